import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Download } from './page.ts';

/** Sends a file to keep, as it is made: a long one is never whole in memory. */
export async function sendDownload(
  response: Response,
  { name, contentType, content }: Download,
): Promise<void> {
  response.attachment(name);
  response.type(contentType);
  if (Buffer.isBuffer(content)) response.send(content);
  else await pipeline(content, response).catch(unlessLeft);
}

/** Whoever goes away before the end wants the rest no more, which is no failure. */
function unlessLeft(failure: unknown): void {
  const isLeft =
    failure instanceof Error && 'code' in failure && failure.code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (!isLeft) throw failure;
}
