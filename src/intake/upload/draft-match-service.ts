import { campaignOf } from '../../campaigns/campaign-store.ts';
import { riskMatches, type RiskMatch } from '../../forms/filing-result.ts';
import type { IncomingForm } from '../../forms/form-content.ts';
import { planForm } from '../../forms/form-plan.ts';
import { formOfHoldings, formOfUnit, type StoredForm } from '../../forms/form-store.ts';
import { pointsByText } from '../../forms/known-text-store.ts';
import { personKey, textKey } from '../../language/normalise.ts';
import { nameChoices, pointChoices } from './draft-decisions.ts';
import { currentHoldings } from '../../organisation/post-store.ts';
import type { Queryable } from '../../platform/database.ts';
import type { RiskOutcome } from '../import-report.ts';
import { paperOf, type KnownAs } from '../incoming-form.ts';
import type { ReadForm } from '../read-form.ts';
import type { DraftContent } from './import-draft.ts';
import { placeKey } from './stored-document.ts';
import { postsNamed, unitNamed, type KnownNames } from './unknown-names.ts';

/**
 * What the risks of a draft are to the points on file, told by reading alone: trying the import would keep every
 * other writer waiting, each time somebody looks at a page.
 */
export async function draftOutcomes(
  read: Queryable,
  year: number,
  { files, corrections }: DraftContent,
  known: KnownNames,
): Promise<readonly RiskOutcome[]> {
  const campaign = await campaignOf(read, known.bureau, year);
  const choices = nameChoices(corrections);
  const points = pointChoices(files, corrections);
  const outcomes: RiskOutcome[] = [];
  for (const [number, { reading }] of files.entries()) {
    for (const form of reading.read.forms) {
      const unit = form.unit === null ? null : unitNamed(form.unit.value, known, choices);
      const incoming = paperOf(form, 0, [], knownAs(number, points)).form;
      const owner = unit === null ? null : { unit, posts: postsNamed(form, unit, known, choices) };
      const matches =
        campaign === null || owner === null
          ? riskMatches(planForm(null, incoming), incoming, null)
          : await matchesOf(read, campaign.id, {
              form,
              incoming,
              unitId: owner.unit.id,
              postIds: owner.posts,
            });
      outcomes.push(...matches.flatMap((match) => outcomeOf(match, form, number)));
    }
  }
  return outcomes;
}

interface OwnedForm {
  readonly form: ReadForm;
  readonly incoming: IncomingForm;
  readonly unitId: number;
  /** `null` when one of its posts is not on file. */
  readonly postIds: readonly number[] | null;
}

async function matchesOf(
  read: Queryable,
  campaignId: number,
  { form, incoming, unitId, postIds }: OwnedForm,
): Promise<readonly RiskMatch[]> {
  if (!form.ownedByUnit) {
    const current = await formOfPerson(read, campaignId, form, postIds);
    return riskMatches(planForm(current, incoming), incoming, current);
  }
  const current = await formOfUnit(read, campaignId, unitId);
  const matches = riskMatches(planForm(current, incoming), incoming, current);
  if (form.kind !== 'register') return matches;
  const byText = await pointsByText(read, campaignId, unitId);
  return matches.map((match) => (byText.has(textKey(match.risk.text)) ? { ...match, kind: 'same' } : match));
}

async function formOfPerson(
  read: Queryable,
  campaignId: number,
  { name }: ReadForm,
  postIds: readonly number[] | null,
): Promise<StoredForm | null> {
  if (name === null || postIds === null || postIds.length === 0) return null;
  const holdingIds: number[] = [];
  for (const postId of postIds) {
    const holdings = await currentHoldings(read, postId);
    const own = holdings.find(({ personName }) => personKey(personName) === personKey(name.value));
    if (own !== undefined) holdingIds.push(own.holdingId);
  }
  return holdingIds.length === 0 ? null : formOfHoldings(read, campaignId, holdingIds);
}

function knownAs(file: number, points: ReadonlyMap<string, number | null>): KnownAs {
  return ({ text }) => {
    const chosen = points.get(`${String(file)} ${placeKey(text.position)}`);
    return chosen === undefined ? {} : { knownAs: chosen };
  };
}

function outcomeOf({ risk, kind, known }: RiskMatch, form: ReadForm, file: number): readonly RiskOutcome[] {
  const read = form.risks.find(({ ordinal, text }) => ordinal === risk.ordinal && text.value === risk.text);
  return read === undefined ? [] : [{ file, at: read.text.position, ordinal: risk.ordinal, kind, known }];
}
