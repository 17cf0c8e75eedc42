const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Ctrl+C reaches a program twice when npm started it: from the terminal and from npm. */
const SAME_WISH_MILLISECONDS = 1_000;

/** Resolves when the person or the system asks the program to stop. Asked once more, later, the program ends at once. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    // Waiting for a signal alone keeps no program alive.
    const alive = setInterval(() => undefined, 2 ** 30);
    const begin = (): void => {
      clearInterval(alive);
      resolve();
      setTimeout(() => {
        for (const signal of SIGNALS) process.removeListener(signal, begin);
      }, SAME_WISH_MILLISECONDS).unref();
    };
    for (const signal of SIGNALS) process.on(signal, begin);
  });
}
