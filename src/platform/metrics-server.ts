import { createServer } from 'node:http';
import { listening } from './listening.ts';
import type { Metrics } from './metrics.ts';

/** Where measurements are asked for; `null` as port is nowhere. */
export interface MetricsAddress {
  readonly metricsHost: string;
  readonly metricsPort: number | null;
}

const PATH = '/metrics';

/**
 * Answers `GET /metrics` at an address of its own, which people's requests never reach, while `work` goes on.
 * @throws OperationalError `unavailable` when the port is taken, before `work` begins.
 */
export async function whileMeasured(
  metrics: Metrics,
  { metricsHost, metricsPort }: MetricsAddress,
  work: () => Promise<void>,
): Promise<void> {
  if (metricsPort === null) return work();
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== PATH) {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      ({ contentType, body }) => response.writeHead(200, { 'Content-Type': contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await listening(server, metricsPort, metricsHost);
  try {
    await work();
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
