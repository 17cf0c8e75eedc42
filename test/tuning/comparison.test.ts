import { expect } from 'chai';
import { comparisonOf, draftCompared, versionCompared } from '../../src/tuning/comparison.ts';
import type { ComparedText, ComparisonChoices } from '../../src/tuning/comparison.ts';
import type { Campaign } from '../../src/campaigns/campaign.ts';
import type { Draft } from '../../src/tuning/draft.ts';
import type { RulebookLife } from '../../src/tuning/version.ts';

const BUREAU = { id: 7, parentId: null, kind: 'bureau', name: '市商务局', path: '/7/' } as const;

describe('what an address asks to compare', () => {
  const inForce = version(1, 'grading', true);
  const waiting = version(2, 'grading', false, 'proposed');
  const coverage = version(3, 'coverage', true);
  const draft = draftCompared(aDraft(5));
  const choices: ComparisonChoices = {
    texts: [inForce, coverage, draft, waiting],
    campaigns: [aCampaign(21, 2022), aCampaign(20, 2021)],
  };
  const asked = (query: Readonly<Record<string, string>>, of = choices) => {
    const { before, after, campaign, faults } = comparisonOf(of, query);
    return { before: before?.code, after: after?.code, campaign: campaign?.id, faults };
  };

  it('is what is in force against what is being written, on the latest campaign, where it says nothing', () => {
    expect(asked({})).to.deep.equal({ before: '1', after: 'draft-5', campaign: 21, faults: [] });
  });

  it('is what is in force against what waits, where nothing is being written', () => {
    const texts = [inForce, coverage, waiting];
    expect(asked({}, { ...choices, texts })).to.include({ before: '1', after: '2' });
  });

  it('is any two of one kind, on the campaign that it names', () => {
    const query = { from: 'draft-5', to: '2', campaign: '20' };
    expect(asked(query)).to.deep.equal({ before: 'draft-5', after: '2', campaign: 20, faults: [] });
  });

  it('completes one side by the kind of the other', () => {
    expect(asked({ to: '2' })).to.include({ before: '1', after: '2' });
    expect(asked({ from: '3' })).to.include({ before: '3', after: undefined });
  });

  for (const [what, query, fault] of [
    ['the same twice', { from: '1', to: '1' }, { field: 'to', fault: 'same' }],
    ['rulebooks of two kinds', { from: '1', to: '3' }, { field: 'to', fault: 'kinds' }],
    ['a version that is not there', { from: '99', to: '2' }, { field: 'from', fault: 'unknown' }],
    ['no version at all', { from: '1', to: '__proto__' }, { field: 'to', fault: 'unknown' }],
    ['a campaign that is not there', { campaign: '99' }, { field: 'campaign', fault: 'unknown' }],
  ] as const) {
    it(`names what is wrong with ${what}`, () => {
      expect(asked(query).faults).to.deep.equal([fault]);
    });
  }

  it('has nothing to say where there is nothing', () => {
    const nothing = { before: undefined, after: undefined, campaign: undefined, faults: [] };
    expect(asked({}, { texts: [], campaigns: [] })).to.deep.equal(nothing);
  });
});

function version(
  id: number,
  kind: RulebookLife['kind'],
  isInForce: boolean,
  state: RulebookLife['state'] = 'active',
): ComparedText {
  const life: RulebookLife = {
    ...{ id, kind, name: kind, version: `v${String(id)}`, digest: '', body: '{}', state, createdAt: '' },
    ...{ unit: BUREAU, basedOn: null, reinstates: null, proposed: null, approved: null, returned: null },
  };
  return versionCompared(life, isInForce);
}

function aDraft(id: number): Draft {
  return {
    ...{ id, kind: 'grading', name: 'notice-2021', unitId: BUREAU.id, unitPath: BUREAU.path, text: '{}' },
    basedOn: { versionId: 1, name: 'notice-2021', version: 'shipped' },
    ...{ guard: 1, savedAt: '', savedBy: '', createdByAccountId: 1 },
  };
}

function aCampaign(id: number, year: number): Campaign {
  return {
    ...{ id, year, bureau: BUREAU, documentNumber: null, opensOn: null, dueOn: null },
    ...{ state: 'open', showsGradesToHolders: false },
  };
}
