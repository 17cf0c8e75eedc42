import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { domainNamed, entriesOf, type DemoUnit } from '../../data/demo/demo-bureau.ts';
import { readDemoBureau } from '../../data/demo/demo-bureau-reader.ts';
import { PLANTED_GAPS } from '../../data/demo/planted.ts';
import { domainJudge, type DomainJudge } from '../../src/rulebooks/domain-judge.ts';
import { parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';

function keywordJudge(): DomainJudge {
  const parsed = parseRulebook(
    readFileSync(`${import.meta.dirname}/../../rules/domain/keywords.json`, 'utf8'),
  );
  if (!('rulebook' in parsed) || parsed.rulebook.kind !== 'domain')
    throw new Error('keywords.json is not sound');
  return domainJudge(parsed.rulebook);
}

describe('coverage of the demo bureau', () => {
  const judge = keywordJudge();
  const bureau = readDemoBureau();

  async function expectedOf({ posts }: DemoUnit): Promise<ReadonlySet<string>> {
    const suggestions = await Promise.all(posts.map(({ duties }) => judge.suggest(duties, 'post')));
    return new Set(suggestions.flat().map(({ domain }) => domain));
  }

  async function foundIn(unit: DemoUnit): Promise<ReadonlySet<string>> {
    const risks = entriesOf(unit).flatMap((entry) => entry.risks);
    const suggestions = await Promise.all(risks.map(({ text }) => judge.suggest(text, 'risk-point')));
    const accepted = risks.flatMap(({ domains }) => domains.map(domainNamed));
    return new Set([...accepted, ...suggestions.flat().map(({ domain }) => domain)]);
  }

  it('has the five planted gaps and no other', async () => {
    const gaps: string[] = [];
    for (const unit of bureau) {
      const found = await foundIn(unit);
      const missing = [...(await expectedOf(unit))].filter((domain) => !found.has(domain));
      gaps.push(...missing.map((domain) => `${unit.unit} × ${domain}`));
    }
    expect(gaps).to.have.members(PLANTED_GAPS.map(({ unit, domain }) => `${unit} × ${domain}`));
  });

  for (const unit of bureau) {
    it(`expects something of ${unit.unit}, because of what its posts do`, async () => {
      expect((await expectedOf(unit)).size).to.be.greaterThan(0);
    });
  }
});
