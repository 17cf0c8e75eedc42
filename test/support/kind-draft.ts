import type { Actor } from '../../src/audit/audit-entry.ts';
import type { CoverageRulebook, DomainRulebook, Rulebook } from '../../src/rulebooks/rulebook.ts';
import type { Services } from '../../src/services.ts';
import { draftTextOf } from '../../src/tuning/draft-text.ts';
import { keyDomainsRulebook, keywordsRulebook } from './shipped-rulebooks.ts';

const REACH = { unitPaths: ['/1/'] };

/** The discipline team of the test app, as it acts. */
export async function disciplineTeam({ database }: Pick<Services, 'database'>): Promise<Actor> {
  const account = database.read('account').where({ username: 'discipline-team' });
  const { id } = await account.first<{ id: number }>('id');
  return { accountId: id, name: '张三' };
}

/** A draft of the discipline team, made from what is in force, with this rulebook as its text; returns its id. */
export async function draftOfKind(
  services: Pick<Services, 'database' | 'rulebooks' | 'rulebookDrafts'>,
  rulebook: Rulebook,
): Promise<number> {
  const { rulebooks, rulebookDrafts } = services;
  const actor = await disciplineTeam(services);
  const { id: versionId } = await rulebooks.inForce(rulebook.kind, '/1/');
  const id = await rulebookDrafts.create(versionId, 1, REACH, actor);
  const { guard } = await rulebookDrafts.find(id, REACH);
  const saved = await rulebookDrafts.save(id, { text: draftTextOf(rulebook), guard }, REACH, actor);
  if (saved.kind !== 'saved') throw new Error('the draft was not saved');
  return id;
}

/** Coverage as it ships, but that fewer than three points are a gap. */
export function stricterCoverage(): CoverageRulebook {
  const shipped = keyDomainsRulebook();
  return {
    ...shipped,
    rules: shipped.rules.map((rule) =>
      rule.name === 'no-point' ? { ...rule, when: { fact: 'points', operator: 'lessThan', value: 3 } } : rule,
    ),
  };
}

/** Words as they ship, but that gifts speak of finance, and bids no more of procurement. */
export function otherKeywords(): DomainRulebook {
  const shipped = keywordsRulebook();
  const words = (value: readonly string[]) => ({ fact: 'text', operator: 'containsAny', value }) as const;
  return {
    ...shipped,
    rules: shipped.rules.map((rule) => {
      if (rule.name === 'procurement-words') return { ...rule, when: words(['政府采购']) };
      return rule.name === 'finance-words' ? { ...rule, when: words(['财务', '礼品']) } : rule;
    }),
    examples: shipped.examples.filter(({ facts }) => facts.text.startsWith('负责拍卖')),
  };
}
