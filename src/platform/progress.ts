/** Work that is done before anybody wonders is not told of. */
const WORTH_TELLING = 100;
const STEPS = 20;

/** What is told while a command works on many things: a line at about every twentieth, and at the last. */
export function progressOf(
  tell: (line: string) => void,
  line: (done: number, of: number) => string,
): (done: number, of: number) => void {
  return (done, of) => {
    if (of < WORTH_TELLING) return;
    if (done === of || done % Math.ceil(of / STEPS) === 0) tell(line(done, of));
  };
}
