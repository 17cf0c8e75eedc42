import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { refuse } from './unreadable-file.ts';

/**
 * The text of an XML part. Office writes UTF-8; UTF-16 is allowed and carries a byte order mark.
 *
 * @throws {UnreadableFile} when it declares a document type: no office file does, and entities are how XML attacks.
 */
export function xmlText(bytes: Buffer): string {
  const text = decoded(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) refuse('unsafe-xml', {});
  return text;
}

/** @throws {UnreadableFile} when it is not well-formed. */
export function parseXml(text: string): Document {
  const parser = new DOMParser({
    onError: (level) => {
      if (level !== 'warning') refuse('damaged-file', {});
    },
  });
  return parser.parseFromString(text, 'text/xml');
}

/** The child elements of a node, in order. */
export function childElements(node: Node): Element[] {
  const children: Element[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) children.push(child);
  }
  return children;
}

export function childNamed(node: Node, name: string): Element | null {
  return childElements(node).find(({ localName }) => localName === name) ?? null;
}

/** An attribute by its local name: strict and transitional files differ in namespace only. */
export function attributeOf(element: Element, name: string): string | null {
  const found = Array.from(element.attributes).find(({ localName }) => localName === name);
  return found?.value ?? null;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes).swap16().toString('utf16le').slice(1);
  return bytes.toString('utf8').replace(/^\uFEFF/u, '');
}
