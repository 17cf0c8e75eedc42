import { text } from 'node:stream/consumers';
import { OperationalError } from './errors.ts';

/** Whether somebody can type on the program's standard input. */
export function isTerminal(): boolean {
  return process.stdin.isTTY;
}

/** The first line of standard input, for a program that hands over a secret. */
export async function pipedLine(): Promise<string> {
  const piped = await text(process.stdin);
  return piped.split(/\r?\n/u)[0] ?? '';
}

/** A line that somebody types and nobody sees. Rejects when they give up with Ctrl+C. */
export function hiddenLine(prompt: string): Promise<string> {
  const stdin = process.stdin;
  const stderr = process.stderr;
  // Before the prompt: what is typed at once must not be echoed either.
  stdin.setRawMode(true);
  stderr.write(prompt);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let line = '';
    const end = (settle: () => void): void => {
      stdin.off('data', take);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      settle();
    };
    const take = (typed: string): void => {
      for (const key of typed) {
        if (key === CTRL_C) {
          end(() => reject(new OperationalError('invalid', 'given-up', (words) => words.commands.givenUp())));
          return;
        }
        if (key === '\r' || key === '\n') {
          end(() => resolve(line));
          return;
        }
        line = key === DELETE || key === BACKSPACE ? [...line].slice(0, -1).join('') : line + key;
      }
    };
    stdin.on('data', take);
  });
}

const CTRL_C = '\u0003';
const BACKSPACE = '\b';
const DELETE = '\u007f';
