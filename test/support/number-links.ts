/** A number on a page that leads somewhere. */
export interface ShownNumber {
  readonly number: string;
  readonly href: string;
}

const LINK = /<a href="(?<href>[^"]+)"[^>]*>(?<text>[^<]*)<\/a>/gu;
const CHART = /data-chart="(?<chart>[^"]*)"/gu;

/** All numbers of a page that are links, and those behind the segments of its charts. */
export function numbersIn(html: string): readonly ShownNumber[] {
  const links = [...html.matchAll(LINK)].flatMap(({ groups }) => {
    const number = /^([\d,]+)(?: 弱)?$/u.exec(groups?.['text']?.trim() ?? '')?.[1];
    return number === undefined ? [] : [{ number, href: unescaped(groups?.['href'] ?? '') }];
  });
  return [...links, ...[...html.matchAll(CHART)].flatMap(({ groups }) => segments(groups?.['chart'] ?? ''))];
}

/** How long the list is that a page says it shows. */
export function lengthOfList(html: string, href: string): string | null {
  return headingOf(href).exec(html.slice(html.indexOf('<main')))?.[1] ?? null;
}

function headingOf(href: string): RegExp {
  if (href.includes('#gaps')) return /排查空白 ([\d,]+) 处/u;
  if (href.includes('#found')) return /<h2 id="found-heading">[^<]*<b>([\d,]+)<\/b>/u;
  return /<h1>[^<]*<b>([\d,]+)<\/b>/u;
}

function segments(attribute: string): readonly ShownNumber[] {
  const { data } = JSON.parse(unescaped(attribute)) as {
    data: { datasets: { data: number[]; links: (string | null)[] }[] };
  };
  return data.datasets.flatMap((set) =>
    set.data.flatMap((number, row) => {
      const href = set.links[row] ?? null;
      return number === 0 || href === null ? [] : [{ number: String(number), href }];
    }),
  );
}

function unescaped(html: string): string {
  return html
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
