import { createServer, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoAccount } from './access/sign-in-page.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { OperationalError } from './platform/errors.ts';
import type { Services } from './services.ts';
import { UPLOAD_LIMITS } from './web/upload-limits.ts';

/** A server that answers, and how to end it: open requests are finished first. */
export interface RunningServer {
  readonly address: string;
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
  const server = createServer(timeouts(config), app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(portTrouble(error, config));
    });
    server.listen(config.port, config.host, resolve);
  });
  // A TCP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${config.host}:${String(port)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
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

function portTrouble(error: Error, { port }: Config): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new OperationalError('unavailable', 'port-taken', (text) => text.commands.portTaken(String(port)), {
    cause: error,
  });
}
