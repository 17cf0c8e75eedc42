import { campaignsOf } from '../campaigns/campaign-store.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { draftCompared, versionCompared, type ComparedText, type ComparisonChoices } from './comparison.ts';
import type { BureauRules, RulebookListService } from './rulebook-list-service.ts';

interface Parts {
  readonly database: Database;
  readonly rulebookList: RulebookListService;
}

/** What somebody may compare: every version and draft in reach, on every campaign in reach. Reads only. */
export class CompareService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async choices(reach: Reach): Promise<ComparisonChoices> {
    const { database, rulebookList } = this.#parts;
    const all = await rulebookList.list(reach);
    const campaigns = await Promise.all(all.map(({ bureau }) => campaignsOf(database.read, bureau)));
    // What came with the program stands with every bureau.
    const texts = new Map(all.flatMap(textsOf).map((text) => [text.code, text]));
    return { texts: [...texts.values()], campaigns: campaigns.flat() };
  }
}

function textsOf({ inForce, versions, drafts }: BureauRules): readonly ComparedText[] {
  const used = new Set(inForce.map(({ versionId }) => versionId));
  return [
    ...versions.filter(({ id }) => used.has(id)).map((life) => versionCompared(life, true)),
    ...drafts.map(draftCompared),
    ...versions.filter(({ id }) => !used.has(id)).map((life) => versionCompared(life, false)),
  ];
}
