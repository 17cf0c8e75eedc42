import { ListNumbers } from './list-numbers.ts';
import { attributeOf, childNamed, parseXml } from './xml.ts';
import type { XmlElement } from './xml-tree.ts';

/** Tells what Word prints before a paragraph of an automatic list. Paragraphs must be asked for in order. */
export interface AutomaticNumbers {
  before(paragraphProperties: XmlElement | null): string;
  /** At the end of a cell. */
  pause(): void;
}

/** Which levels of which lists are numbered, and where they start. */
type Starts = ReadonlyMap<string, number>;

/** The automatic numbers of one document, by its part of list definitions. */
export function automaticNumbers(numberingXml: string | null): AutomaticNumbers {
  const starts: Starts = numberingXml === null ? new Map() : startsOf(numberingXml);
  const numbers = new ListNumbers();
  return {
    before: (properties) => {
      const item = properties === null ? null : itemOf(properties);
      const start = item === null ? undefined : starts.get(`${item.list}/${String(item.level)}`);
      if (item !== null && start !== undefined) return numbers.next(item.list, item.level, start);
      numbers.pause();
      return '';
    },
    pause: () => numbers.pause(),
  };
}

function itemOf(properties: XmlElement): { list: string; level: number } | null {
  const mark = childNamed(properties, 'numPr');
  const list = mark === null ? null : valueOf(childNamed(mark, 'numId'));
  if (mark === null || list === null || list === '0') return null;
  return { list, level: Number(valueOf(childNamed(mark, 'ilvl')) ?? '0') };
}

function startsOf(xml: string): Map<string, number> {
  const definitions = parseXml(xml).children;
  const named = (name: string): XmlElement[] => definitions.filter(({ localName }) => localName === name);
  const abstracts = new Map(named('abstractNum').map((list) => [attributeOf(list, 'abstractNumId'), list]));
  const starts = new Map<string, number>();
  for (const number of named('num')) {
    const abstract = abstracts.get(valueOf(childNamed(number, 'abstractNumId')));
    const levels = abstract?.children ?? [];
    for (const level of levels.filter(({ localName }) => localName === 'lvl')) {
      if (valueOf(childNamed(level, 'numFmt')) === 'none') continue;
      const key = `${attributeOf(number, 'numId') ?? ''}/${attributeOf(level, 'ilvl') ?? '0'}`;
      starts.set(key, Number(valueOf(childNamed(level, 'start')) ?? '1'));
    }
  }
  return starts;
}

function valueOf(element: XmlElement | null): string | null {
  return element === null ? null : attributeOf(element, 'val');
}
