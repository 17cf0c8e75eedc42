import { expect } from 'chai';
import { violations } from './support/architecture-rules.ts';
import { PLANTED_ORDERS } from './support/architecture/planted-orders.ts';
import { PLANTED_REACHES } from './support/architecture/planted-reaches.ts';
import { PLANTED_ROLES } from './support/architecture/planted-roles.ts';
import { PLANTED_SHAPES, PLANTED_TEMPLATES, PLANTED_TEXTS } from './support/architecture/planted-texts.ts';
import { RULES, type ProjectFile } from './support/architecture/project-file.ts';
import { projectFiles } from './support/architecture/project-files.ts';

const PLANTED = [
  ...PLANTED_ORDERS,
  ...PLANTED_ROLES,
  ...PLANTED_REACHES,
  ...PLANTED_SHAPES,
  ...PLANTED_TEMPLATES,
  ...PLANTED_TEXTS,
];

function brokenBy(files: readonly ProjectFile[]): readonly string[] {
  return [...new Set(violations(files).map(({ rule }) => rule))];
}

describe('the architecture', () => {
  const files = projectFiles(`${import.meta.dirname}/..`);
  const found = violations(files);

  it('is read from the whole project', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).to.include.members(['package.json', 'src/platform/clock.ts', 'test/architecture.test.ts']);
  });

  it('has short files: half of the sources have at most 60 lines', () => {
    const sources = files.filter(({ path }) => /^src\/.*\.ts$/u.test(path));
    const lengths = sources.map(({ text }) => text.trimEnd().split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).to.be.at.most(60);
  });

  for (const rule of RULES) {
    it(`keeps the rule of ${rule}`, () => {
      const broken = found.filter((violation) => violation.rule === rule);
      expect(broken.map(({ path, line, message }) => `${path}:${line} ${message}`)).to.deep.equal([]);
    });
  }
});

describe('the rules of the architecture', () => {
  for (const { breaks, title, files } of PLANTED) {
    const path = files[0]?.path ?? '';
    const verdict = breaks === null ? 'allow' : `refuse as ${breaks}`;
    it(`${verdict}: ${title} (${path})`, () => {
      expect(brokenBy(files)).to.deep.equal(breaks === null ? [] : [breaks]);
    });
  }

  it('can each be broken', () => {
    expect(PLANTED.map(({ breaks }) => breaks)).to.include.members([...RULES]);
  });

  it('name the line', () => {
    const text = "import { a } from './a.ts';\n\nexport const now = Date.now();\n";
    expect(violations([{ path: 'src/forms/b.ts', text }]).map(({ line }) => line)).to.deep.equal([3]);
  });
});
