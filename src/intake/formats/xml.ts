import { refuse } from './unreadable-file.ts';
import { MalformedXml } from './malformed-xml.ts';
import { parseXmlTree, type XmlElement } from './xml-tree.ts';

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

/**
 * Returns the root element.
 *
 * @throws {UnreadableFile} when it is not well-formed.
 */
export function parseXml(text: string): XmlElement {
  try {
    return parseXmlTree(text);
  } catch (error) {
    if (error instanceof MalformedXml) return refuse('damaged-file', {});
    throw error;
  }
}

export function childNamed(element: XmlElement, name: string): XmlElement | null {
  return element.children.find(({ localName }) => localName === name) ?? null;
}

/** An attribute by its local name: strict and transitional files differ in namespace only. */
export function attributeOf(element: XmlElement, name: string): string | null {
  return element.attributes.get(name) ?? null;
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes).swap16().toString('utf16le').slice(1);
  return bytes.toString('utf8').replace(/^\uFEFF/u, '');
}
