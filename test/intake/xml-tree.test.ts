import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { expect } from 'chai';
import fc from 'fast-check';
import { openZip } from '../../src/intake/formats/zip-reader.ts';
import { MalformedXml } from '../../src/intake/formats/malformed-xml.ts';
import { parseXmlTree, type XmlElement } from '../../src/intake/formats/xml-tree.ts';
import { sampleBytes } from '../support/reading.ts';

/** A tree as plain values, so that two can be compared. */
interface Plain {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string;
  readonly children: readonly Plain[];
}

const SAMPLES = ['annex1-finance.docx'];
const PARTS = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

function plain({ localName, attributes, text, children }: XmlElement): Plain {
  return { name: localName, attributes: [...attributes], text, children: children.map(plain) };
}

/** The same text as a DOM has it; `null` when that finds a fault in it. */
function byDom(text: string): Plain | null {
  const problems: string[] = [];
  try {
    const parser = new DOMParser({ onError: (_, message) => problems.push(message) });
    const root = parser.parseFromString(text, 'text/xml').documentElement;
    return root === null || problems.length > 0 ? null : plainOf(root);
  } catch {
    return null;
  }
}

function plainOf(element: Element): Plain {
  const attributes = new Map<string, string>();
  for (const { localName, value } of element.attributes) {
    const name = localName ?? '';
    if (!attributes.has(name)) attributes.set(name, value);
  }
  const children = [...element.childNodes].filter(isElement).map(plainOf);
  return {
    name: element.localName ?? '',
    attributes: [...attributes],
    text: element.textContent ?? '',
    children,
  };
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function byTree(text: string): Plain | null {
  try {
    return plain(parseXmlTree(text));
  } catch (error) {
    expect(error).to.be.instanceOf(MalformedXml);
    return null;
  }
}

function sampleParts(): readonly string[] {
  return SAMPLES.flatMap((sample) => {
    const zip = openZip(sampleBytes(sample));
    return PARTS.flatMap((part) => zip.read(part)?.toString('utf8') ?? []);
  });
}

describe('the tree of an XML part', () => {
  it('has of real documents what a DOM has', () => {
    const parts = sampleParts();
    expect(parts).to.have.length.greaterThan(1);
    for (const part of parts) expect(byTree(part)).to.deep.equal(byDom(part));
  });

  it('has of a damaged document what a DOM has, or refuses it', () => {
    const pieces = fc.constantFrom(
      ...['<', '>', '&', '/', '"', "'", '=', ' ', '<a>', '</a>', '<a/>', '<w:t>', '</w:t>', '&amp;', '&#65;'],
      ...['&#x4e2d;', '&none;', ']]>', '<![CDATA[ <x> ]]>', '<!-- c -->', '<?p d?>', 'x', '中', '\r\n', '\t'],
      ...[' a="1"', " b='2'", ' w:a="1"', ' xmlns:w="n"', ' a="1" a="2"', ' a="<"', '<x:y/>', '<!', '--'],
    );
    const written = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(''));
    fc.assert(
      fc.property(written, (inside) => {
        const text = `<r xmlns:w="n">${inside}</r>`;
        const tree = byTree(text);
        if (tree !== null) expect(tree, text).to.deep.equal(byDom(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows the entities of XML and no others', () => {
    const { text, attributes } = parseXmlTree('<a b="&lt;&quot;">&amp;&#20013;&#x6587;&apos;&gt;</a>');
    expect([text, attributes.get('b')]).to.deep.equal([`&中文'>`, '<"']);
    for (const bad of ['&nbsp;', '&', '&#0;', '&#x110000;', '&amp']) {
      expect(() => parseXmlTree(`<a>${bad}</a>`), bad).to.throw(MalformedXml);
    }
  });

  for (const bad of [
    ...['', 'x', '<a>', '<a></b>', '<a/><b/>', 'x<a/>', '<a/>x', '<a b=1/>', '<a b/>', '<a b="1" b="2"/>'],
    ...['<x:a/>', '<a x:b="1"/>', '<1/>', '<a', '<a><!-- -- --></a>', '<a>]]></a>', '<!DOCTYPE a><a/>'],
    ...['<a b="<"/>', '<![CDATA[x]]>', '<a><![CDATA[x</a>', '<?p', '<a ="1"/>', '<a:b:c xmlns:a="n"/>'],
  ]) {
    it(`refuses ${JSON.stringify(bad)}`, () => {
      expect(() => parseXmlTree(bad)).to.throw(MalformedXml);
    });
  }
});
