import type { AutomaticNumbers } from './docx-numbering.ts';
import { attributeOf, childNamed } from './xml.ts';
import type { XmlElement } from './xml-tree.ts';

/** Whatever wraps content without being content: content controls, insertions, links, fields, alternatives. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'smartTag',
  'hyperlink',
  'fldSimple',
  'customXml',
  'AlternateContent',
  'Choice',
  'ruby',
  'rubyBase',
  'dir',
  'bdo',
]);

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

/** The elements that count as children: wrappers opened, deletions and fall-backs left out. */
export function contentOf(node: XmlElement): XmlElement[] {
  return node.children.flatMap((child) => (WRAPPERS.has(child.localName) ? contentOf(child) : [child]));
}

/** The text of a paragraph as people see it, with the number of an automatic list. */
export function paragraphText(paragraph: XmlElement, numbers: AutomaticNumbers): string {
  const number = numbers.before(childNamed(paragraph, 'pPr'));
  const runs = contentOf(paragraph).filter(({ localName }) => localName === 'r');
  return number + runs.map(runText).join('');
}

/** Paragraphs inside the text boxes that are anchored in a paragraph. */
export function textBoxParagraphs(paragraph: XmlElement): XmlElement[] {
  return boxesIn(paragraph).flatMap((box) => contentOf(box).filter(({ localName }) => localName === 'p'));
}

function runText(run: XmlElement): string {
  const properties = childNamed(run, 'rPr');
  const hidden = properties === null ? null : childNamed(properties, 'vanish');
  if (hidden !== null && attributeOf(hidden, 'val') !== '0') return '';
  return contentOf(run)
    .map((part) => (part.localName === 't' ? part.text : (CHARACTERS[part.localName] ?? '')))
    .join('');
}

function boxesIn(node: XmlElement): XmlElement[] {
  return node.children.flatMap((child) => {
    if (child.localName === 'Fallback' || child.localName === 'del') return [];
    return child.localName === 'txbxContent' ? [child] : boxesIn(child);
  });
}
