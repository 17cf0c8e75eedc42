import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import { projectFiles } from '../support/architecture/project-files.ts';
import { leavesOf, type Leaf } from '../support/language/leaves.ts';

const ROOT = `${import.meta.dirname}/../..`;
const HAN = /\p{Script=Han}/u;

/** Words that are read in files, kept in a database or belong to what is made up: nobody is told them in a language. */
const ABOUT_INPUT = [
  /^src\/migrations\//u,
  /^src\/intake\/recognition\//u,
  /^src\/organisation\/(?:roster-service|post-names)\.ts$/u,
  /^src\/demo\/demo-(?:accounts|grades|service)\.ts$/u,
];

describe('the tables of both languages', () => {
  const chinese = new Map(leavesOf(zh).map((leaf) => [leaf.path, leaf]));
  const english = new Map(leavesOf(en).map((leaf) => [leaf.path, leaf]));

  it('have the same entries', () => {
    expect([...english.keys()].sort()).to.deep.equal([...chinese.keys()].sort());
  });

  it('are told the same things', () => {
    const differing = [...chinese.values()].filter((leaf) => needs(leaf) > needs(english.get(leaf.path)));
    expect(differing.map(({ path }) => path)).to.deep.equal([]);
  });

  it('put the same figures into their sentences', () => {
    const differing = [...chinese.values()].filter(
      (leaf) => figuresOf(leaf).join() !== figuresOf(english.get(leaf.path)).join(),
    );
    expect(differing.map(({ path }) => path)).to.deep.equal([]);
  });

  it('hold no Chinese in English', () => {
    const folder = `${ROOT}/src/language/en`;
    const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
    expect(texts.filter((text) => HAN.test(text))).to.deep.equal([]);
  });
});

describe('words that people read', () => {
  const files = projectFiles(ROOT);

  it('stand in the tables, not in the sources', () => {
    const sources = files.filter(
      ({ path }) =>
        /^src\/.*\.ts$/u.test(path) &&
        !path.startsWith('src/language/') &&
        !ABOUT_INPUT.some((place) => place.test(path)),
    );
    expect(sources.flatMap(({ path, text }) => chineseIn(path, text))).to.deep.equal([]);
  });

  it('stand in the tables, not in the templates', () => {
    const views = files.filter(({ path }) => /^views\/.*\.(?:ejs|js)$/u.test(path));
    const lines = views.flatMap(({ path, text }) => text.split('\n').map((line) => `${path}: ${line}`));
    expect(lines.filter((line) => /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF5E]/u.test(line))).to.deep.equal(
      [],
    );
  });

  it('are found in any kind of literal', () => {
    const planted = "const a = '字'; const b = `字${a}`; const both = { zh: '字', en: 'word' }; // 字";
    expect(chineseIn('planted.ts', planted)).to.deep.equal(["planted.ts: '字'", 'planted.ts: `字${']);
  });
});

/** How many things a text has to be told; one that only has a code takes what it does not say. */
function needs(leaf: Leaf | undefined): number {
  if (typeof leaf?.value !== 'function') return 0;
  return /^\(?_\w*\)? *=>/u.test(leaf.value.toString()) ? 0 : leaf.value.length;
}

/** The figures that a sentence's template names, without those that only make words agree. */
function figuresOf(leaf: Leaf | undefined): readonly string[] {
  if (typeof leaf?.value !== 'string') return [];
  return [...leaf.value.matchAll(/\{(\w+)\}/gu)].map(([figure]) => figure).sort();
}

/** The literals of a source that hold Chinese and are not one half of what is said in both languages. */
function chineseIn(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isLiteral =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isLiteral && HAN.test(node.text) && !isInBoth(node)) found.push(`${path}: ${node.getText(source)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isInBoth({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'zh';
}
