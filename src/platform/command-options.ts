import { InvalidArgumentError } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Reads the `--year` of a command. Throws commander's error on anything but a year. */
export function yearOf(written: string): number {
  const year = Number(written);
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new InvalidArgumentError(commandLine.notAYear(written));
}

const HIGHEST_PORT = 65_535;

/** Reads the `--port` of a command; 0 takes any free one. Throws commander's error on anything but a port. */
export function portOf(written: string): number {
  const port = Number(written);
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  throw new InvalidArgumentError(commandLine.notAPort(written));
}
