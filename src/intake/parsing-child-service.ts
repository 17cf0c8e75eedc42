import { Worker } from 'node:worker_threads';
import { readFileBytes, readUploadedBytes } from './file-reader.ts';
import type { ParsingAnswer, ParsingOutcomes, ParsingTask } from './parsing-message.ts';
import { readWorkbookTexts } from './text-workbook-reader.ts';
import { correctedReading } from './upload/file-reading.ts';

/**
 * The child process of the parsing worker: reads one file after another. It ends when its parent lets go of it, and
 * a thread of its own sees to that even while a parser is stuck.
 */
function serve(): void {
  process.on('disconnect', () => process.exit());
  // Ctrl+C reaches this process, too, while its parent may still wait for the file that it reads.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.on('message', (task: ParsingTask) => {
    void answer(task);
  });
  outliveNobody();
}

async function answer(task: ParsingTask): Promise<void> {
  await send({ started: task.task });
  await send({ task: task.task, outcome: await outcomeOf(task) });
}

async function outcomeOf({
  file,
  scales,
  work,
}: ParsingTask): Promise<ParsingOutcomes[keyof ParsingOutcomes]> {
  switch (work.kind) {
    case 'read':
      return readFileBytes(Buffer.from(work.bytes), file, scales);
    case 'upload':
      return readUploadedBytes(Buffer.from(work.bytes), file, scales);
    case 'texts':
      return readWorkbookTexts(Buffer.from(work.bytes));
    case 'correct':
      return correctedReading(file, work.document, work.corrections, scales);
  }
}

/** Waits until the message is out: a parser that hangs sends nothing any more. */
async function send(message: ParsingAnswer): Promise<void> {
  await new Promise((resolve) => process.send?.(message, resolve));
}

function outliveNobody(): void {
  const watch = `
    const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);
  `;
  new Worker(watch, { eval: true, execArgv: [] }).unref();
}

serve();
