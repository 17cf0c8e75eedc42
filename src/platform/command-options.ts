import { InvalidArgumentError } from 'commander';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Reads the `--year` of a command. Throws commander's error on anything but a year. */
export function yearOf(written: string): number {
  const year = Number(written);
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new InvalidArgumentError(`“${written}”不是年度，请写成四位数字，例如 2021。`);
}

const HIGHEST_PORT = 65_535;

/** Reads the `--port` of a command; 0 takes any free one. Throws commander's error on anything but a port. */
export function portOf(written: string): number {
  const port = Number(written);
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  throw new InvalidArgumentError(`“${written}”不是端口，请写 0 到 65535 之间的整数。`);
}
