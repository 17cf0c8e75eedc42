import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { knownScaleProblems } from '../../src/rulebooks/known-scale-problem.ts';
import type { Scale } from '../../src/rulebooks/rulebook.ts';

const HARM: Scale = { code: 'harm', steps: [step('light'), step('grave')], mappings: {} };
const KNOWN = new Map([
  ['harm', ['light', 'grave']],
  ['three', ['low', 'middle', 'top']],
]);

type Mapping = Readonly<Record<string, string>>;

describe('what is wrong with a scale as soon as values are on file', () => {
  const cases: readonly [string, Partial<Scale>, readonly (readonly [string, string])[]][] = [
    ['nothing of one that is on file as it is', { code: 'harm', steps: HARM.steps }, []],
    ['nothing of one that nobody knows', { code: 'new' }, []],
    ['nothing of one without a mapping', { code: 'new', mappings: {} }, []],
    ['nothing of a mapping from a scale that is not on file', from('other', { x: 'light' }), []],
    ['nothing of a whole mapping', from('three', { low: 'light', middle: 'light', top: 'grave' }), []],
    [
      'nothing of steps in another order under one name',
      { code: 'harm', steps: HARM.steps.toReversed() },
      [],
    ],
    [
      'a step more under the old name',
      { code: 'harm', steps: [...HARM.steps, step('worst')] },
      [['scales/harm/code', '量表“harm”已经按这些档次用过：light、grave。档次变了，不能再用这个代码。']],
    ],
    [
      'a step that is left out',
      from('three', { low: 'light', top: 'grave' }),
      [['scales/harm/mappings/three', '从量表“three”换算时漏了：middle。']],
    ],
    [
      'a step that the other scale lacks',
      from('three', { low: 'light', middle: 'light', top: 'grave', none: 'grave' }),
      [['scales/harm/mappings/three/none', '量表中没有“none”这一档。']],
    ],
    [
      'an order turned round',
      from('three', { low: 'grave', middle: 'light', top: 'grave' }),
      [['scales/harm/mappings/three/middle', '原来“middle”比“low”重，换算后反而更轻。']],
    ],
  ];

  for (const [what, changed, expected] of cases) {
    it(`is ${what}`, () => {
      const scales = { probability: { ...HARM, code: 'probability' }, harm: { ...HARM, ...changed } };
      const found = knownScaleProblems({ scales }, KNOWN);
      expect(found.map(({ path, words }) => [path.join('/'), words(zh).message])).to.deep.equal(expected);
    });
  }

  it('is no order turned round where two steps keep their names and the scale itself changed their order', () => {
    const steps = ['low', 'top', 'middle'].map(step);
    const mappings = { three: { low: 'low', middle: 'middle', top: 'top' } };
    const scales = { probability: HARM, harm: { code: 'turned', steps, mappings } };
    expect(knownScaleProblems({ scales }, KNOWN)).to.deep.equal([]);
  });
});

function from(scale: string, mapping: Mapping): Partial<Scale> {
  return { code: 'new', mappings: { [scale]: mapping } };
}

function step(code: string): Scale['steps'][number] {
  return { code, zh: code, en: code, aliases: [] };
}
