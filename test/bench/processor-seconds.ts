import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel of Linux counts in, whatever the machine. */
const TICKS_OF_A_SECOND = 100;

interface ProcessTime {
  readonly parent: number;
  /** Of the processor, its own. */
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** Seconds that a process and all whose parent it is or was have had of the processor; 0 when it is gone. Only on Linux. */
export function processorSecondsOfFamily(pid: number): number {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((one) => Number.isInteger(one) && one > 0)
    .map((one) => timeOf(one))
    .filter((time) => time?.parent === pid);
  const head = timeOf(pid);
  return (head?.own ?? 0) + (head?.ended ?? 0) + children.reduce((sum, time) => sum + (time?.own ?? 0), 0);
}

/** Seconds that all processes together have had, of all cores. */
export function processorSecondsOfMachine(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = line
    .trim()
    .split(/\s+/u)
    .slice(1)
    .map(Number);
  return (user + nice + system + interrupts + softInterrupts) / TICKS_OF_A_SECOND;
}

export function parentOf(pid: number): number {
  return timeOf(pid)?.parent ?? 0;
}

function timeOf(pid: number): ProcessTime | null {
  try {
    // A name in parentheses may hold spaces; what follows it is state, parent and so on.
    const [, rest = ''] = /^.*\) (.*)$/su.exec(readFileSync(`/proc/${String(pid)}/stat`, 'utf8')) ?? [];
    const fields = rest.split(' ').map(Number);
    const seconds = (...positions: readonly number[]): number =>
      positions.reduce((sum, position) => sum + (fields[position] ?? 0), 0) / TICKS_OF_A_SECOND;
    return { parent: fields[1] ?? 0, own: seconds(11, 12), ended: seconds(13, 14) };
  } catch {
    return null;
  }
}
