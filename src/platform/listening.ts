import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperationalError } from './errors.ts';

/**
 * Lets a server listen; port 0 is any free one. Returns its address.
 * @throws {OperationalError} `unavailable` when the port is taken.
 */
export async function listening(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(portTrouble(error, port));
    });
    server.listen(port, host, resolve);
  });
  // A TCP server's address is never a pipe's name.
  const taken = server.address() as AddressInfo;
  return `http://${host}:${String(taken.port)}`;
}

function portTrouble(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new OperationalError('unavailable', 'port-taken', (text) => text.commands.portTaken(String(port)), {
    cause: error,
  });
}
