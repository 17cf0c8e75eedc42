import { expect } from 'chai';
import fc from 'fast-check';
import { nameKey } from '../../src/language/normalise.ts';
import { nameCandidates } from '../../src/organisation/name-candidates.ts';

const NAMES = [
  '办公室',
  '规划财务处',
  '电子商务处',
  '机关党委',
  '服务贸易处',
  '政策法规处',
  '招商服务中心',
  '市场秩序处',
  '市场建设处',
  '对外贸易处',
  '外商投资处',
  '商务执法支队',
  '会展服务中心',
  '人事教育处',
  '会计核算岗',
  '政府采购岗',
];
const KNOWN = NAMES.map((name, index) => ({ id: index + 1, name }));

const FIRST: readonly (readonly [written: string, name: string, because: string, distance: number])[] = [
  ['规划财务处', '规划财务处', 'same-name', 0],
  [' 规划 财务处　', '规划财务处', 'same-name', 0],
  ['规画财务处', '规划财务处', 'pinyin', 1],
  ['归化才物处', '规划财务处', 'pinyin', 4],
  ['市场秩序出', '市场秩序处', 'pinyin', 1],
  ['会记核算岗', '会计核算岗', 'pinyin', 1],
  ['政府踩购', '政府采购岗', 'pinyin', 2],
  ['规划财务', '规划财务处', 'typing', 1],
  ['规划财务科', '规划财务处', 'typing', 1],
  ['政府采购岗位', '政府采购岗', 'typing', 1],
  ['政府采购', '政府采购岗', 'typing', 1],
  ['办公', '办公室', 'typing', 1],
  ['规财处', '规划财务处', 'typing', 2],
  ['商务执法大队', '商务执法支队', 'typing', 1],
  ['策政法规处', '政策法规处', 'typing', 1],
  ['执法支队', '商务执法支队', 'typing', 2],
  ['办公厅', '办公室', 'typing', 1],
];

const NO_CANDIDATE = ['', ' ', '处', '室', '岗', '党办', '审计', '海关监管科', 'ABC'];

describe('candidates for a name on a form', () => {
  for (const [written, name, because, distance] of FIRST) {
    it(`takes “${written}” for ${name} first (${because})`, () => {
      expect(nameCandidates(written, KNOWN)[0]).to.deep.include({ name, because, distance });
    });
  }

  for (const written of NO_CANDIDATE) {
    it(`offers nothing for “${written}”`, () => {
      expect(nameCandidates(written, KNOWN)).to.deep.equal([]);
    });
  }

  it('puts what sounds alike before what only looks alike', () => {
    const known = [
      { id: 1, name: '财政处' },
      { id: 2, name: '财务处' },
    ];
    expect(nameCandidates('财物处', known).map(({ name }) => name)).to.deep.equal(['财务处', '财政处']);
  });

  it('does not take one name of two characters for any other', () => {
    expect(nameCandidates('出纳', [{ id: 1, name: '会计' }])).to.deep.equal([]);
    expect(nameCandidates('出纳', [{ id: 1, name: '出席' }])).to.deep.equal([]);
  });

  it('offers five at most, best first', () => {
    const known = Array.from({ length: 30 }, (_, index) => ({ id: index, name: `业务${String(index)}处` }));
    const offered = nameCandidates('业务7处', known);
    expect(offered).to.have.length(5);
    expect(offered[0]).to.deep.include({ name: '业务7处', because: 'same-name' });
    expect(offered.map(({ distance }) => distance)).to.deep.equal([0, 1, 1, 1, 1]);
  });

  it('finds a known name however it is spaced, and always first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN),
        fc.array(fc.nat({ max: 6 }), { maxLength: 3 }),
        (known, gaps) => {
          const characters = [...known.name];
          for (const gap of gaps) characters.splice(gap, 0, '　');
          const [first] = nameCandidates(characters.join(''), KNOWN);
          expect(first).to.deep.equal({ ...known, because: 'same-name', distance: 0 });
        },
      ),
    );
  });

  it('offers only known names, each once, that are near, sound alike or differ in their ending', () => {
    const written = fc.string({ unit: fc.constantFrom(...new Set(NAMES.join(''))), maxLength: 7 });
    fc.assert(
      fc.property(written, (name) => {
        const offered = nameCandidates(name, KNOWN);
        expect(new Set(offered.map(({ id }) => id)).size).to.equal(offered.length);
        for (const { id, distance, because } of offered) {
          expect(KNOWN.some((known) => known.id === id)).to.equal(true);
          if (because === 'typing') expect(distance).to.be.within(1, 2);
          if (because === 'same-name') expect(nameKey(KNOWN[id - 1]?.name ?? '')).to.equal(nameKey(name));
        }
      }),
    );
  });
});
