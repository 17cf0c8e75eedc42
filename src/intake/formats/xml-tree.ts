import { MalformedXml } from './malformed-xml.ts';
import { unescaped } from './xml-references.ts';

/** An element of a parsed part. Names are local: strict and transitional files differ in namespace only. */
export interface XmlElement {
  readonly localName: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its text, that of the elements inside included, as the DOM's `textContent`. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly localName: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly prefixes: ReadonlySet<string>;
  text: string;
}

interface ReadAttributes extends Pick<Open, 'attributes' | 'prefixes'> {
  /** The prefixes that were known where it was read. */
  readonly inherited: ReadonlySet<string>;
}

const NAME = /[^\s=/<>"'&]+/y;
const QUALIFIED = /^(?:([\p{L}_][\p{L}\p{M}\p{N}._·-]*):)?([\p{L}_][\p{L}\p{M}\p{N}._·-]*)$/u;
const ATTRIBUTE = /\s+([^\s=/<>"'&]+)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/gu;
const ATTRIBUTES = /(?:\s+[^\s=/<>"'&]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*/y;
const TAG_END = /\s*(\/?)>/y;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const KNOWN_PREFIXES: ReadonlySet<string> = new Set(['xml', 'xmlns']);

/**
 * Parses the XML of a part of an office file in one pass. A document type is not known here: whoever asks has refused
 * it (`xmlText`), so that the five entities of XML are all there are. Several times as fast as a whole DOM, of which
 * the readers need the names, attributes, children and texts.
 *
 * @returns the root element
 * @throws {MalformedXml} when it is not well-formed, or a prefix stands for no namespace.
 */
export function parseXmlTree(source: string): XmlElement {
  return new TreeParser(source).parse();
}

class TreeParser {
  readonly #source: string;
  /** The prefix and local name of each name that was looked at. */
  readonly #names = new Map<string, readonly [prefix: string, local: string]>();
  /** The attributes of each tag that was looked at, as they are written: a document says the same of many elements. */
  readonly #attributes = new Map<string, ReadAttributes>();
  readonly #open: Open[] = [];
  #root: Open | null = null;
  #at = 0;

  constructor(source: string) {
    this.#source = source.replace(/\r[\n\u0085]|[\r\u0085\u2028\u2029]/gu, '\n');
  }

  parse(): XmlElement {
    for (;;) {
      const tag = this.#source.indexOf('<', this.#at);
      this.#takeText(tag === -1 ? this.#source.length : tag);
      if (tag === -1) break;
      this.#takeMarkup();
    }
    if (this.#root === null || this.#open.length > 0) throw new MalformedXml();
    return this.#root;
  }

  #takeText(end: number): void {
    if (end === this.#at) return;
    const written = this.#source.slice(this.#at, end);
    this.#at = end;
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      if (written.trim() !== '') throw new MalformedXml();
      return;
    }
    if (written.includes(']]>')) throw new MalformedXml();
    parent.text += unescaped(written);
  }

  /** What begins with `<` at the present place. */
  #takeMarkup(): void {
    const next = this.#source[this.#at + 1];
    if (next === '/') this.#takeEndTag();
    else if (next === '?') this.#skipTo('?>', 2);
    else if (next !== '!') this.#takeStartTag();
    else if (this.#source.startsWith('<!--', this.#at)) this.#takeComment();
    else if (this.#source.startsWith('<![CDATA[', this.#at)) this.#takeCharacterData();
    else throw new MalformedXml();
  }

  #takeComment(): void {
    if (this.#skipTo('-->', 4).includes('--')) throw new MalformedXml();
  }

  #takeCharacterData(): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) throw new MalformedXml();
    parent.text += this.#skipTo(']]>', 9);
  }

  /** Goes on behind an end mark. Returns what stood before it. */
  #skipTo(mark: string, opening: number): string {
    const start = this.#at + opening;
    const end = this.#source.indexOf(mark, start);
    if (end === -1) throw new MalformedXml();
    this.#at = end + mark.length;
    return this.#source.slice(start, end);
  }

  #takeStartTag(): void {
    this.#at += 1;
    const [name] = this.#match(NAME);
    const { attributes, prefixes } = this.#takeAttributes(this.#open.at(-1)?.prefixes ?? KNOWN_PREFIXES);
    const isEmpty = this.#match(TAG_END)[1] === '/';
    const localName = this.#localName(name, prefixes);
    const element: Open = { name, localName, attributes, prefixes, children: [], text: '' };
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.children.push(element);
    else if (this.#root === null) this.#root = element;
    else throw new MalformedXml();
    if (!isEmpty) this.#open.push(element);
  }

  #takeEndTag(): void {
    const closed = this.#open.pop();
    const tag = this.#skipTo('>', 2);
    if (closed === undefined || (tag !== closed.name && tag.trimEnd() !== closed.name)) {
      throw new MalformedXml();
    }
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.text += closed.text;
  }

  #takeAttributes(inherited: ReadonlySet<string>): ReadAttributes {
    const [source] = this.#match(ATTRIBUTES);
    if (source === '') return { attributes: NO_ATTRIBUTES, prefixes: inherited, inherited };
    const known = this.#attributes.get(source);
    if (known?.inherited === inherited) return known;
    const read = this.#readAttributes(source, inherited);
    this.#attributes.set(source, read);
    return read;
  }

  #readAttributes(source: string, inherited: ReadonlySet<string>): ReadAttributes {
    const written = new Map<string, string>();
    for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
      if (written.has(name)) throw new MalformedXml();
      written.set(name, unescaped((double ?? single ?? '').replace(/[\t\n]/gu, ' ')));
    }
    const prefixes = withDeclared(inherited, written.keys());
    const attributes = new Map<string, string>();
    for (const [name, value] of written) {
      const local = this.#localName(name, prefixes);
      // Of several of one local name the first counts.
      if (!attributes.has(local)) attributes.set(local, value);
    }
    return { attributes, prefixes, inherited };
  }

  #localName(name: string, prefixes: ReadonlySet<string>): string {
    let known = this.#names.get(name);
    if (known === undefined) {
      known = splitName(name);
      this.#names.set(name, known);
    }
    const [prefix, local] = known;
    if (prefix !== '' && !prefixes.has(prefix)) throw new MalformedXml();
    return local;
  }

  #match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found === null) throw new MalformedXml();
    this.#at += found[0].length;
    return found;
  }
}

function splitName(name: string): readonly [prefix: string, local: string] {
  const [, prefix = '', local] = QUALIFIED.exec(name) ?? [];
  if (local === undefined) throw new MalformedXml();
  return [prefix, local];
}

function withDeclared(inherited: ReadonlySet<string>, names: Iterable<string>): ReadonlySet<string> {
  const declared = [...names].filter((name) => name.startsWith('xmlns:')).map((name) => name.slice(6));
  return declared.length === 0 ? inherited : new Set([...inherited, ...declared]);
}
