import { expect } from 'chai';
import { parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';
import { shippedText } from '../support/shipped-rulebooks.ts';

const TEXT = shippedText('grading/five-criteria.json');
const REASON = { zh: '经研究保留。', en: 'Kept on purpose.' };

/** Where findings are in the five criteria's text with these parts instead of its own. */
function findingsWith(parts: object): readonly (string | null)[] {
  const parsed = parseRulebook(JSON.stringify({ ...(JSON.parse(TEXT) as object), ...parts }));
  return 'findings' in parsed ? parsed.findings.map(({ path }) => path) : [];
}

describe('an explained inversion', () => {
  const sound = {
    better: { criteriaMet: 1 },
    worse: { criteriaMet: 2 },
    reason: REASON,
    clause: 'at-most-one',
  };

  it('is taken with facts of the catalogue and a clause of the rulebook', () => {
    expect(findingsWith({ explained: [sound] })).to.deep.equal([]);
  });

  for (const [what, change, path] of [
    ['a clause that the rulebook does not have', { clause: 'nothing' }, '/explained/0/clause'],
    ['a fact that there is not', { worse: { height: 3 } }, '/explained/0/worse/height'],
    ['a value that the fact cannot have', { worse: { criteriaMet: 6 } }, '/explained/0/worse/criteriaMet'],
    [
      'a count that does not fit its parts',
      { better: { criteriaMet: 0, handlesFunds: true } },
      '/explained/0/better',
    ],
    ['nothing worse', { worse: { criteriaMet: 1 } }, '/explained/0'],
  ] as const) {
    it(`is refused with ${what}, at its place`, () => {
      expect(findingsWith({ explained: [{ ...sound, ...change }] })).to.deep.equal([path]);
    });
  }
});

describe('an example', () => {
  it('is refused with a count that does not fit its parts', () => {
    const facts = { criteriaMet: 5, handlesFunds: false };
    const examples = [{ name: REASON, facts, expect: { grade: 1 } }];
    expect(findingsWith({ examples })).to.deep.equal(['/examples/0/facts']);
  });
});
