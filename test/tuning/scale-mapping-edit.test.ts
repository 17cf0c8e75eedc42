import { expect } from 'chai';
import type { ScaleEdit } from '../../src/tuning/scale-change.ts';
import { editScale } from '../../src/tuning/scale-edit.ts';
import { suggestedMapping } from '../../src/tuning/scale-mapping.ts';
import { ADD, codes, edited } from '../support/scale-editing.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

const HARM = 'notice-2021-harm';

describe('the mapping from the scale in force', () => {
  const MAP: ScaleEdit = {
    kind: 'map-scale',
    fact: 'harm',
    mapping: { limited: 'limited', 'fairly-serious': 'serious', serious: 'disastrous' },
  };

  it('is suggested by equal names', () => {
    const [old, next] = [noticeRulebook().scales.harm, edited(ADD).scales.harm];
    expect([...suggestedMapping(old, next).values()]).to.deep.equal(codes(noticeRulebook()));
    expect([...suggestedMapping(fiveByFiveRulebook().scales.harm, next).values()]).to.deep.equal(
      Array.from({ length: 5 }, () => null),
    );
  });

  it('takes scales that were mapped before along', () => {
    const notice = noticeRulebook();
    const harm = { ...notice.scales.harm, mappings: { older: { bad: 'serious', good: 'limited' } } };
    const inForce = { ...notice, scales: { ...notice.scales, harm } };
    const mapped = edited(MAP, edited(ADD, inForce, inForce), inForce);
    expect(mapped.scales.harm.mappings).to.deep.equal({
      older: { bad: 'disastrous', good: 'limited' },
      [HARM]: { limited: 'limited', 'fairly-serious': 'serious', serious: 'disastrous' },
    });
    const none = edited({ kind: 'map-scale', fact: 'harm', mapping: null }, mapped, inForce);
    expect(none.scales.harm.mappings).to.deep.equal({});
  });

  const refused: readonly [string, ScaleEdit, object][] = [
    [
      'that leaves a step out',
      { ...MAP, mapping: { limited: 'limited', 'fairly-serious': 'serious' } },
      { field: 'mapping', fault: 'missing', at: 'map/harm/serious' },
    ],
    [
      'to a step that is none',
      { ...MAP, mapping: { limited: 'x', 'fairly-serious': 'serious', serious: 'serious' } },
      { field: 'mapping', fault: 'missing', at: 'map/harm/limited' },
    ],
    [
      'that turns the order round',
      { ...MAP, mapping: { limited: 'serious', 'fairly-serious': 'limited', serious: 'serious' } },
      { field: 'mapping', fault: 'turned', at: 'map/harm/fairly-serious' },
    ],
  ];
  for (const [what, change, fault] of refused) {
    it(`is refused ${what}`, () => {
      const standing = { inForce: noticeRulebook(), base: noticeRulebook() };
      expect(editScale(edited(ADD), change, standing)).to.deep.equal({ faults: [fault] });
    });
  }

  it('is refused while the scale is the one in force', () => {
    const standing = { inForce: noticeRulebook(), base: noticeRulebook() };
    expect(editScale(noticeRulebook(), MAP, standing)).to.deep.equal({
      faults: [{ field: 'mapping', fault: 'gone' }],
    });
  });
});

describe('the names of steps', () => {
  it('change without changing the scale', () => {
    const names = [{ code: 'serious', zh: '很严重', en: 'very serious' }];
    const { scales } = edited({ kind: 'name-steps', fact: 'harm', names });
    expect([scales.harm.code, scales.harm.steps.at(-1)?.zh]).to.deep.equal([HARM, '很严重']);
  });

  it('are refused where two steps would mean the same word, beside the field', () => {
    const names = [{ code: 'serious', zh: '一般', en: 'serious' }];
    const standing = { inForce: noticeRulebook(), base: noticeRulebook() };
    const result = editScale(noticeRulebook(), { kind: 'name-steps', fact: 'harm', names }, standing);
    expect(result).to.have.nested.property('faults[0].fault', 'taken');
  });
});
