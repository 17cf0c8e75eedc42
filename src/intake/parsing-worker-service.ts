import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { finding } from './finding.ts';
import { LIMITS } from './formats/limits.ts';
import { failedFile, failureOf, tooLargeFile, type Failure } from './parsing-failure.ts';
import {
  NO_SCALES,
  type ParsingAnswer,
  type ParsingOutcomes,
  type ParsingTask,
  type ParsingWork,
} from './parsing-message.ts';
import type { ReadFile, ReadScales } from './read-form.ts';
import type { Correction } from './upload/correction.ts';
import { plainReading, type FileReading, type UploadReading } from './upload/file-reading.ts';
import type { StoredDocument } from './upload/stored-document.ts';
import type { WorkbookTexts } from './workbook-texts.ts';

/** What one file may take (security.md); tests allow less. */
export interface ParsingLimits {
  readonly memoryMegabytes: number;
  readonly seconds: number;
}

type Outcome = ParsingOutcomes[keyof ParsingOutcomes];

const ALLOWED: ParsingLimits = { memoryMegabytes: 512, seconds: 30 };
const STARTING_SECONDS = 60;
/** Resolved from here, because a program may be started from any folder. */
const TYPESCRIPT_LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const CHILD = fileURLToPath(new URL('./parsing-child-service.ts', import.meta.url));

/**
 * Reads files in a child process with limits of memory and time, so that no file can take the program down. One file
 * at a time; a child that was killed is replaced for the next file. Idle, it does not keep the program alive.
 */
export class ParsingWorker {
  readonly #limits: ParsingLimits;
  #child: ChildProcess | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #tasks = 0;
  #isEnded = false;

  constructor(limits: ParsingLimits = ALLOWED) {
    this.#limits = limits;
  }

  /** Reads a file after those asked for earlier. Never rejects: what goes wrong is a finding. */
  async read(bytes: Buffer, fileName: string, scales: ReadScales): Promise<ReadFile> {
    if (bytes.length > LIMITS.fileSize) return tooLargeFile(fileName);
    const outcome = await this.#inTurn<'read'>({ kind: 'read', bytes }, fileName, scales);
    return typeof outcome === 'string' ? this.#failed(fileName, outcome) : outcome;
  }

  /** Reads an uploaded file, so that it can be put right here. Never rejects. */
  async readUpload(bytes: Buffer, fileName: string, scales: ReadScales): Promise<UploadReading> {
    const outcome =
      bytes.length > LIMITS.fileSize
        ? tooLargeFile(fileName)
        : await this.#inTurn<'upload'>({ kind: 'upload', bytes }, fileName, scales);
    if (typeof outcome !== 'string' && 'read' in outcome) return outcome;
    const read = typeof outcome === 'string' ? this.#failed(fileName, outcome) : outcome;
    return { ...plainReading(read), document: null };
  }

  /** Reads a document again with what people put right in it. Never rejects. */
  async correct(
    document: StoredDocument,
    corrections: readonly Correction[],
    fileName: string,
    scales: ReadScales,
  ): Promise<FileReading> {
    const work = { kind: 'correct', document, corrections } as const;
    const outcome = await this.#inTurn<'correct'>(work, fileName, scales);
    return typeof outcome === 'string' ? plainReading(this.#failed(fileName, outcome)) : outcome;
  }

  /** Reads an .xlsx as the text of its cells. Never rejects. */
  async readTexts(bytes: Buffer, fileName: string): Promise<WorkbookTexts> {
    const outcome =
      bytes.length > LIMITS.fileSize
        ? tooLargeFile(fileName)
        : await this.#inTurn<'texts'>({ kind: 'texts', bytes }, fileName, NO_SCALES);
    if (typeof outcome !== 'string' && !('findings' in outcome)) return outcome;
    const [found] = (typeof outcome === 'string' ? this.#failed(fileName, outcome) : outcome).findings;
    return { finding: found ?? finding('error', 'reader-failed', {}, {}) };
  }

  /** Ends the child at once, for good: nobody waits any more for what it was given, which counts as not read. */
  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#stop();
  }

  /** Ends the child once it has read what it was given. */
  async close(): Promise<void> {
    await this.#queue;
    await this.#stop();
  }

  async #inTurn<Kind extends ParsingWork['kind']>(
    work: ParsingWork & { readonly kind: Kind },
    file: string,
    scales: ReadScales,
  ): Promise<ParsingOutcomes[Kind] | Failure> {
    const turn = this.#queue.then(async () => this.#doNow(work, file, scales));
    this.#queue = turn;
    // The child answers each kind of work with its own outcome.
    return turn as Promise<ParsingOutcomes[Kind] | Failure>;
  }

  async #doNow(work: ParsingWork, file: string, scales: ReadScales): Promise<Outcome | Failure> {
    if (this.#isEnded) return 'reader-failed';
    this.#tasks += 1;
    const child = this.#child ?? this.#start();
    setAwake(child, true);
    const task = { task: this.#tasks, file, scales, work };
    const answer = await this.#ask(child, task).catch((): Failure => 'reader-failed');
    if (typeof answer === 'string') await this.#stop();
    else setAwake(child, false);
    return answer;
  }

  #start(): ChildProcess {
    const child = fork(CHILD, [], {
      execArgv: [`--max-old-space-size=${this.#limits.memoryMegabytes}`, '--import', TYPESCRIPT_LOADER],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // Whatever an error event tells, the exit that follows or the time limit tells, too.
    child.on('error', () => undefined);
    child.on('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    this.#child = child;
    return child;
  }

  /** The time limit counts from when the child has what it needs, not while it starts. */
  async #ask(child: ChildProcess, task: ParsingTask): Promise<Outcome | Failure> {
    const { seconds } = this.#limits;
    return new Promise((resolve) => {
      let timer = setTimeout(resolve, STARTING_SECONDS * 1000, 'reader-failed');
      const hear = (answer: ParsingAnswer): void => {
        clearTimeout(timer);
        if ('outcome' in answer && answer.task === task.task) finish(answer.outcome);
        else timer = setTimeout(finish, seconds * 1000, 'time-out');
      };
      const end = (_: number | null, signal: NodeJS.Signals | null): void => finish(failureOf(signal));
      const finish = (outcome: Outcome | Failure): void => {
        clearTimeout(timer);
        child.off('message', hear);
        child.off('exit', end);
        resolve(outcome);
      };
      child.on('message', hear);
      child.on('exit', end);
      child.send(task, (error) => {
        if (error !== null) finish('reader-failed');
      });
    });
  }

  async #stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || hasEnded(child)) return;
    setAwake(child, true);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  #failed(file: string, failure: Failure): ReadFile {
    const { memoryMegabytes, seconds } = this.#limits;
    switch (failure) {
      case 'time-out':
        return failedFile(file, 'time-out', { seconds });
      case 'out-of-memory':
        return failedFile(file, 'out-of-memory', { limit: memoryMegabytes });
      case 'reader-failed':
        return failedFile(file, 'reader-failed', {});
    }
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** An idle child must not keep the program from ending. */
function setAwake(child: ChildProcess, isAwake: boolean): void {
  const change = isAwake ? 'ref' : 'unref';
  child[change]();
  child.channel?.[change]();
}
