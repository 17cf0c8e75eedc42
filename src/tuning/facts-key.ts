/** Equal for the same facts, in whatever order they are written. */
export function factsKey(facts: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  return JSON.stringify(known.sort(([left], [right]) => (left < right ? -1 : 1)));
}
