/** A day that the calendar has, such as 2021-04-26. */
export function isDate(text: string): boolean {
  if (!/^(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$/u.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
