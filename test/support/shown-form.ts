/** A form as a browser without scripts would post it again. */
export interface ShownForm {
  readonly action: string;
  readonly fields: Record<string, string[]>;
}

const FIELD = /<input ([^>]*)>|<textarea ([^>]*)>([^<]*)<\/textarea>|<select ([^>]*)>([\s\S]*?)<\/select>/gu;

/** The form of a page that goes on from a save of something, with what stands in its fields but for its buttons. */
export function shownForm(page: string): ShownForm {
  const main = page.slice(page.indexOf('<main'));
  const form = main.split('<form ').find((part) => part.includes('name="guard"'));
  if (form === undefined) throw new Error(`no form in: ${main.slice(0, 500)}`);
  const fields: Record<string, string[]> = {};
  for (const [, input, textarea, written, select, options] of form.matchAll(FIELD)) {
    const attributes = input ?? textarea ?? select ?? '';
    const name = attributeIn(attributes, 'name');
    if (name === null || name === '_csrf' || isUnticked(attributes)) continue;
    const value =
      options !== undefined ? chosenOf(options) : (written ?? attributeIn(attributes, 'value') ?? '');
    fields[name] = [...(fields[name] ?? []), plain(value)];
  }
  return { action: plain(attributeIn(form, 'action') ?? ''), fields };
}

function isUnticked(attributes: string): boolean {
  return attributes.includes('type="checkbox"') && !/ checked\b/u.test(attributes);
}

function chosenOf(options: string): string {
  const chosen =
    /<option value="([^"]*)" selected/u.exec(options) ?? /<option value="([^"]*)"/u.exec(options);
  return chosen?.[1] ?? '';
}

function attributeIn(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? null;
}

function plain(html: string): string {
  return html
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
