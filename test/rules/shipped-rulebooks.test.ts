import { expect } from 'chai';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import type { RulebookCheck } from '../../src/rulebooks/rulebook-check.ts';
import { shippedPaths, shippedText, soundRulebook } from '../support/shipped-rulebooks.ts';

describe('the rulebooks that ship', () => {
  it('are the notice, the five-by-five matrix, three templates, the coverage of key domains and the keywords', () => {
    expect(shippedPaths()).to.deep.equal([
      'coverage/key-domains.json',
      'domain/keywords.json',
      'grading/five-by-five.json',
      'grading/five-criteria.json',
      'grading/notice-2021.json',
      'grading/post-by-count.json',
      'grading/power-held.json',
    ]);
  });

  for (const path of shippedPaths()) {
    describe(path, () => {
      const text = shippedText(path);
      let check: RulebookCheck;

      before(async () => {
        check = await checkRulebook(text, gradingCheck);
      });

      it('has no finding: sound, without gap or inversion', () => {
        expect(check.findings).to.deep.equal([]);
      });

      it('bears the name of its file and kind of its folder', () => {
        const { kind, name } = soundRulebook(text);
        expect(`${kind}/${name}.json`).to.equal(path);
      });

      for (const [index, { name }] of soundRulebook(text).examples.entries()) {
        it(`holds its example ${index + 1}: ${name.zh}`, () => {
          const ofExample = check.findings.filter((finding) => finding.path === `/examples/${index}`);
          expect(ofExample).to.deep.equal([]);
        });
      }
    });
  }
});
