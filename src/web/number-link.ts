/** A number on a page and the list behind it, whose length is that number. */
export interface NumberLink {
  readonly text: string;
  /** `null` where there is nothing to list. */
  readonly href: string | null;
  /** The number with what it counts, for those who do not see the table around it. */
  readonly label: string;
}

/** A count that leads to its list; nothing leads nowhere. */
export function numberLink(text: string, href: string | null, label: string): NumberLink {
  return { text, href: text === '0' ? null : href, label };
}
