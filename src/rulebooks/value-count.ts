/** Whether there are more values than that in a document, however they are nested; looks no further than it must. */
export function hasMoreValues(document: unknown, most: number): boolean {
  const waiting: unknown[] = [document];
  let seen = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    seen += 1;
    if (seen + waiting.length > most) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) {
      waiting.push(inner);
      if (seen + waiting.length > most) return true;
    }
  }
  return false;
}
