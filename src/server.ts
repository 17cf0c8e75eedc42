import { createServer, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { DemoAccount } from './access/sign-in-page.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { listening } from './platform/listening.ts';
import { onlyWithin } from './platform/row-reach.ts';
import type { Services } from './services.ts';
import { UPLOAD_LIMITS } from './web/upload-limits.ts';

/** A server that answers, and how to end it. */
export interface RunningServer {
  readonly address: string;
  /**
   * Says that it is not ready, takes no new connection, lets requests under way end and closes each connection behind
   * its last one. What has not ended after `stopSeconds` is cut off.
   */
  stop(): Promise<void>;
}

const HEADERS_MILLISECONDS = 20_000;
const CHECKING_MILLISECONDS = 5_000;

/** Settings of which none is left open. */
type ServerConfig = Config & { readonly sessionSecret: string };

/** Serves the web application. Rejects when the port is taken. */
export async function startServer(
  services: Services,
  config: ServerConfig,
  demoAccounts: readonly DemoAccount[],
): Promise<RunningServer> {
  const app = createApp(services, {
    version: config.version,
    https: config.https,
    trustedProxies: config.trustedProxies,
    sessionSecret: config.sessionSecret,
    demoAccounts,
    uploads: UPLOAD_LIMITS,
  });
  const server = createServer(timeouts(config));
  const underWay = responsesOf(server);
  server.on('request', app);
  // What a connection sets off outside of its requests' own reach is shown nothing.
  const address = await onlyWithin([], () => listening(server, config.port, config.host));
  return {
    address,
    stop: async () => {
      services.readiness.stop();
      const cut = setTimeout(() => {
        services.log.warn({ requests: underWay.size }, 'requests were cut off');
        server.closeAllConnections();
      }, config.stopSeconds * 1000);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      server.prependListener('request', (_request, response) => lastOf(response));
      underWay.forEach(lastOf);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** The responses that a server is at work on, as they come and go. */
function responsesOf(server: Server): ReadonlySet<ServerResponse> {
  const underWay = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  return underWay;
}

/** Tells the other side that this is the connection's last answer, unless it has been told otherwise already. */
function lastOf(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

/** A request that does not arrive whole in time is cut off, and with it a slow or half-sent upload. */
function timeouts({ requestSeconds }: Config): ServerOptions {
  const requestTimeout = requestSeconds * 1000;
  return {
    requestTimeout,
    headersTimeout: Math.min(HEADERS_MILLISECONDS, requestTimeout),
    connectionsCheckingInterval: Math.min(CHECKING_MILLISECONDS, requestTimeout / 4),
  };
}
