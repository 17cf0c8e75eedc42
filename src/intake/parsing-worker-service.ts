import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FindingCode, FindingParameters } from './finding-code.ts';
import { finding } from './finding.ts';
import { LIMITS, megabytes } from './formats/limits.ts';
import type { ParsingAnswer, ParsingTask } from './parsing-message.ts';
import type { ReadFile, ReadScales } from './read-form.ts';

/** What one file may take (security.md); tests allow less. */
export interface ParsingLimits {
  readonly memoryMegabytes: number;
  readonly seconds: number;
}

/** How the child's work ended when it did not end with an answer. */
type Failure = 'time-out' | 'out-of-memory' | 'reader-failed';

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

  constructor(limits: ParsingLimits = ALLOWED) {
    this.#limits = limits;
  }

  /** Reads a file after those asked for earlier. Never rejects: what goes wrong is a finding. */
  async read(bytes: Buffer, fileName: string, scales: ReadScales): Promise<ReadFile> {
    if (bytes.length > LIMITS.fileSize) return tooLargeFile(fileName);
    const turn = this.#queue.then(async () => this.#readNow(bytes, fileName, scales));
    this.#queue = turn;
    return turn;
  }

  /** Ends the child once it has read what it was given. */
  async close(): Promise<void> {
    await this.#queue;
    await this.#stop();
  }

  async #readNow(bytes: Buffer, file: string, scales: ReadScales): Promise<ReadFile> {
    this.#tasks += 1;
    const task = { task: this.#tasks, bytes, file, scales };
    const child = this.#child ?? this.#start();
    setAwake(child, true);
    const answer = await this.#ask(child, task).catch((): Failure => 'reader-failed');
    if (typeof answer !== 'string') {
      setAwake(child, false);
      return answer;
    }
    await this.#stop();
    return this.#failed(file, answer);
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
  async #ask(child: ChildProcess, task: ParsingTask): Promise<ReadFile | Failure> {
    const { seconds } = this.#limits;
    return new Promise((resolve) => {
      let timer = setTimeout(resolve, STARTING_SECONDS * 1000, 'reader-failed');
      const hear = (answer: ParsingAnswer): void => {
        clearTimeout(timer);
        if ('read' in answer && answer.task === task.task) finish(answer.read);
        else timer = setTimeout(finish, seconds * 1000, 'time-out');
      };
      const end = (_: number | null, signal: NodeJS.Signals | null): void => finish(failureOf(signal));
      const finish = (outcome: ReadFile | Failure): void => {
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

/** What is said of a file over the size limit: its length is enough to know. */
function tooLargeFile(file: string): ReadFile {
  return failedFile(file, 'file-too-large', { limit: megabytes(LIMITS.fileSize) });
}

function failedFile<Code extends FindingCode>(
  file: string,
  code: Code,
  parameters: FindingParameters<Code>,
): ReadFile {
  return { file, format: null, forms: [], findings: [finding('error', code, parameters, {})] };
}

/** V8 aborts when its memory is used up; a kill that was not ours is the system's, for the same reason. */
function failureOf(signal: NodeJS.Signals | null): Failure {
  return signal === 'SIGABRT' || signal === 'SIGKILL' ? 'out-of-memory' : 'reader-failed';
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** An idle child must not keep the program from ending. */
function setAwake(child: ChildProcess, isAwake: boolean): void {
  if (isAwake) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
