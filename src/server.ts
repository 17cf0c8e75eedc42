import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoAccount } from './access/sign-in-page.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { OperationalError } from './platform/errors.ts';
import type { Services } from './services.ts';

/** A server that answers, and how to end it: open requests are finished first. */
export interface RunningServer {
  readonly address: string;
  stop(): Promise<void>;
}

const SECRET_BYTES = 32;

/** Serves the web application. Rejects when the port is taken. */
export async function startServer(
  services: Services,
  config: Config,
  demoAccounts: readonly DemoAccount[],
): Promise<RunningServer> {
  const app = createApp(services, {
    version: config.version,
    https: config.https,
    trustedProxies: config.trustedProxies,
    sessionSecret: config.sessionSecret ?? randomBytes(SECRET_BYTES).toString('hex'),
    demoAccounts,
  });
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(config.port, config.host, (error?: Error) => {
      if (error) reject(portTrouble(error, config));
      else resolve(listening);
    });
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

function portTrouble(error: Error, { port }: Config): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new OperationalError('unavailable', 'port-taken', (text) => text.commands.portTaken(String(port)), {
    cause: error,
  });
}
