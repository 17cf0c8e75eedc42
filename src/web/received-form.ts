import { setMaxListeners } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { OperationalError } from '../platform/errors.ts';
import { fileName } from './file-name.ts';
import type { UploadedFile } from './page.ts';
import type { UploadLimits } from './upload-limits.ts';

/** A posted form with files, once it is here whole. */
export interface ReceivedForm {
  /** Values of each name. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly UploadedFile[];
}

const FIELDS = 200;
const FIELD_BYTES = 64 * 1024;
const HEADER_BYTES = 16 * 1024;

interface Receiving {
  readonly folder: string;
  readonly limits: UploadLimits;
  readonly stop: AbortSignal;
  readonly files: Promise<UploadedFile>[];
  readonly fields: Map<string, string[]>;
  bytes: number;
}

/**
 * Receives a form of `multipart/form-data`, its files into `folder`. What is over a limit is read past, so that
 * whoever sent it gets an answer that names the file.
 * @throws {OperationalError} `invalid` when the form is malformed or breaks off.
 */
export async function receiveForm(
  request: Request,
  folder: string,
  limits: UploadLimits,
): Promise<ReceivedForm> {
  const stop = new AbortController();
  // Each file listens for it.
  setMaxListeners(0, stop.signal);
  const receiving: Receiving = {
    ...{ folder, limits, stop: stop.signal, files: [], fields: new Map(), bytes: 0 },
  };
  try {
    await pipeline(request, parserOf(request, receiving));
    return { fields: Object.fromEntries(receiving.fields), files: await Promise.all(receiving.files) };
  } catch (error) {
    stop.abort();
    await Promise.allSettled(receiving.files);
    throw new OperationalError('invalid', 'broken-upload', (text) => text.web.errors.brokenUpload, {
      cause: error,
    });
  }
}

function parserOf(request: Request, receiving: Receiving): BusboyInstance {
  const { limits, fields } = receiving;
  const parser = new Busboy({
    headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
    limits: {
      fileSize: limits.bytesPerFile,
      // One more than allowed is counted, so that the handler can say that there are too many.
      files: limits.files + 1,
      fields: FIELDS,
      fieldSize: FIELD_BYTES,
      headerSize: HEADER_BYTES,
    },
  });
  parser.on('field', (name, value) => {
    fields.set(name, [...(fields.get(name) ?? []), value]);
  });
  parser.on('file', (_field, stream, name: string | undefined) => {
    if (name === undefined || name === '') {
      passBy(stream);
      return;
    }
    const kept = keep(stream, name, receiving);
    receiving.files.push(kept);
    // Awaited when the form is whole; until then a failure must not count as nobody's.
    kept.catch(() => undefined);
  });
  return parser;
}

/** Puts a file where its handler finds it, as far as the limits go. */
async function keep(
  stream: BusboyFileStream,
  writtenName: string,
  receiving: Receiving,
): Promise<UploadedFile> {
  const { folder, limits, stop, files } = receiving;
  const path = join(folder, String(files.length));
  const name = fileName(writtenName);
  if (files.length >= limits.files || receiving.bytes >= limits.totalBytes) {
    const refusal = files.length >= limits.files ? 'too-many' : 'too-much-together';
    await readPast(stream, stop);
    return { name, path, size: 0, refusal };
  }
  stream.on('data', (chunk: Buffer) => {
    receiving.bytes += chunk.length;
  });
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal: stop });
  return { name, path, size: stream.bytesRead, refusal: stream.truncated ? 'too-large' : null };
}

async function readPast(stream: Readable, signal: AbortSignal): Promise<void> {
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  await pipeline(stream, nowhere, { signal });
}

/** A file field in which nothing was chosen. */
function passBy(stream: Readable): void {
  stream.on('error', () => undefined);
  stream.resume();
}
