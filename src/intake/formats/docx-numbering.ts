import { attributeOf, childElements, childNamed, parseXml } from './xml.ts';
import type { Element } from '@xmldom/xmldom';

/** Tells what Word prints before a paragraph: the number of an automatic list, which is nowhere in the text. */
export type AutomaticNumbers = (paragraphProperties: Element | null) => string;

interface Level {
  readonly format: string;
  readonly start: number;
}

/** Counts the automatic numbers of one document; paragraphs must be asked for in order. */
export function automaticNumbers(numberingXml: string | null): AutomaticNumbers {
  const levels = numberingXml === null ? new Map<string, Level>() : levelsOf(numberingXml);
  const counts = new Map<string, number>();
  return (properties) => {
    const list = properties === null ? null : childNamed(properties, 'numPr');
    const key = list === null ? null : levelKey(list);
    const level = key === null ? undefined : levels.get(key);
    if (key === null || level === undefined || level.format === 'none') return '';
    const count = (counts.get(key) ?? level.start - 1) + 1;
    counts.set(key, count);
    // Whatever the list's style, one form is enough to tell the items apart.
    return `${count}、`;
  };
}

function levelKey(list: Element): string | null {
  const number = valueOf(childNamed(list, 'numId'));
  return number === null || number === '0' ? null : `${number}/${valueOf(childNamed(list, 'ilvl')) ?? '0'}`;
}

function levelsOf(xml: string): Map<string, Level> {
  const root = parseXml(xml).documentElement;
  const definitions = root === null ? [] : childElements(root);
  const abstracts = new Map(
    definitions
      .filter(({ localName }) => localName === 'abstractNum')
      .map((definition) => [attributeOf(definition, 'abstractNumId'), definition]),
  );
  const levels = new Map<string, Level>();
  for (const number of definitions.filter(({ localName }) => localName === 'num')) {
    const abstract = abstracts.get(valueOf(childNamed(number, 'abstractNumId')));
    if (abstract === undefined) continue;
    for (const level of childElements(abstract).filter(({ localName }) => localName === 'lvl')) {
      levels.set(`${attributeOf(number, 'numId') ?? ''}/${attributeOf(level, 'ilvl') ?? '0'}`, {
        format: valueOf(childNamed(level, 'numFmt')) ?? 'decimal',
        start: Number(valueOf(childNamed(level, 'start')) ?? '1'),
      });
    }
  }
  return levels;
}

function valueOf(element: Element | null): string | null {
  return element === null ? null : attributeOf(element, 'val');
}
