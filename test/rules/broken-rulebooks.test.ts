import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { ALL_TEXTS } from '../../src/language/languages.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import type { FindingKind, RulebookFinding } from '../../src/rulebooks/rulebook-finding.ts';
import { rulesCheck } from '../support/rules-check.ts';

type Expected = Pick<RulebookFinding, 'kind' | 'path' | 'rules' | 'facts' | 'against'>;

const BROKEN = filesIn('broken');
const SOUND = filesIn('sound');

// A table of test data: what each file is to be found wrong with.
const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'broken-findings.json'), 'utf8'),
) as Readonly<Record<string, readonly Expected[]>>;

const PROVEN: readonly FindingKind[] = ['gap', 'conflict', 'unreachable', 'redundant', 'non-monotone'];

function filesIn(folder: string): readonly { readonly name: string; readonly path: string }[] {
  const inside = join(import.meta.dirname, folder);
  return readdirSync(inside).map((file) => ({ name: file.replace('.json', ''), path: join(inside, file) }));
}

function shown({ kind, path, rules, facts, against }: RulebookFinding): Expected {
  return { kind, path, rules, facts, ...(against === undefined ? {} : { against }) };
}

describe('the broken rulebooks', () => {
  it('are at least 48, with at least 8 of each kind of finding that facts prove', () => {
    const ofKind = (kind: FindingKind) => BROKEN.filter(({ name }) => name.startsWith(`${kind}-`)).length;
    expect(BROKEN.length).to.be.at.least(48);
    expect(PROVEN.filter((kind) => ofKind(kind) < 8)).to.deep.equal([]);
  });

  for (const { name, path } of BROKEN) {
    it(`show exactly what is wrong, and the facts that prove it: ${name}`, async () => {
      const { findings, sampled } = await checkRulebook(readFileSync(path, 'utf8'), gradingCheck);
      expect(findings.map(shown)).to.deep.equal(EXPECTED[name]);
      expect(sampled).to.equal(false);
    });
  }

  it('are told in words of both languages', async () => {
    for (const { path } of BROKEN) {
      for (const [language, texts] of ALL_TEXTS) {
        const { findings } = await checkRulebook(readFileSync(path, 'utf8'), gradingCheck, texts);
        const isChinese = (words: string) => /[\u4e00-\u9fff]/u.test(words);
        const said = findings.map(({ fix }) => fix).filter((fix) => isChinese(fix) !== (language === 'zh'));
        expect(said, `${path} in ${language}`).to.deep.equal([]);
      }
    }
  });
});

describe('rules check', () => {
  for (const { name, path } of BROKEN) {
    it(`refuses ${name}`, async () => {
      const { status, documents } = await rulesCheck(path, '--json');
      expect({ status, documents }).to.have.nested.property('documents[0].ok', false);
      expect(status).to.equal(1);
    });
  }

  for (const { name, path } of SOUND) {
    it(`passes ${name}, which is nearly as broken`, async () => {
      const { status, documents } = await rulesCheck(path, '--json');
      expect(documents).to.have.nested.property('[0].findings').that.deep.equals([]);
      expect(status).to.equal(0);
    });
  }

  it('has at least 20 sound rulebooks to pass', () => {
    expect(SOUND.length).to.be.at.least(20);
  });
});
