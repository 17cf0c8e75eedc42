import { personKey } from '../../language/normalise.ts';
import type { Block, Section } from '../formats/document.ts';
import type { Finding, ReadForm, ReadScales } from '../read-form.ts';
import { draftsOf } from './drafts.ts';
import type { Draft } from './draft.ts';
import { FindingList } from './finding-list.ts';
import { gridPieces } from './grid-pieces.ts';
import { listForms } from './list-forms.ts';
import { withFactsOfPosts } from './own-facts.ts';
import { paragraphPieces } from './paragraph-pieces.ts';
import type { Piece } from './piece.ts';
import { selfCheckForm } from './self-check-form.ts';
import { withTitleUnit } from './title-unit.ts';
import { isBlank } from './wording.ts';

export interface RecognisedForms {
  readonly forms: readonly ReadForm[];
  readonly findings: readonly Finding[];
}

/** Finds the forms in a document by their labels, whatever the layout, and says what is wrong with them. */
export function recognisedForms(sections: readonly Section[], scales: ReadScales): RecognisedForms {
  const findings = new FindingList();
  const read = sections.map((section) => ({ section, ...formsOfSection(section, scales, findings) }));
  const isRecognised = read.some(({ drafts }) => drafts > 0);
  if (!isRecognised) {
    if (sections.every(isEmpty)) findings.error('empty-file', {}, {});
    else findings.error('not-recognised', {}, {});
  }
  for (const { section, drafts } of read) {
    if (!isRecognised || section.sheet === null || drafts > 0 || isEmpty(section)) continue;
    findings.warning('unread-sheet', { sheet: section.sheet }, { sheet: section.sheet });
  }
  const forms = read.flatMap((part) => part.forms);
  const inCells = read.flatMap(({ section, drafts }) => (drafts > 0 ? section.findings : []));
  const whole = withFactsOfPosts(withContinuations(forms, findings), scales.facts ?? [], findings);
  return { forms: whole, findings: [...inCells, ...findings.all] };
}

function formsOfSection(
  section: Section,
  scales: ReadScales,
  findings: FindingList,
): { forms: ReadForm[]; drafts: number } {
  const drafts = draftsOf(section.blocks.flatMap((block) => piecesOf(block, scales)))
    .filter(isForm)
    .map(withTitleUnit);
  return { forms: drafts.flatMap((draft) => formsOf(draft, scales, findings)), drafts: drafts.length };
}

function piecesOf(block: Block, { facts }: ReadScales): Piece[] {
  return block.kind === 'grid' ? gridPieces(block, facts) : paragraphPieces(block);
}

/** A title alone, or a unit's name alone, is no form. */
function isForm({ said, risks, measures, lists }: Draft): boolean {
  const labels = (['name', 'post', 'duties'] as const).filter((field) => said.has(field)).length;
  return lists.length > 0 || risks.length + measures.length > 0 || labels > 1;
}

function formsOf(draft: Draft, scales: ReadScales, findings: FindingList): ReadForm[] {
  const listed = draft.lists.length > 0 ? listForms(draft, scales, findings) : [];
  const isSelfCheck = draft.risks.length + draft.measures.length > 0 || draft.lists.length === 0;
  const own = isSelfCheck ? selfCheckForm(draft, scales, findings) : null;
  return own === null ? listed : [own, ...listed];
}

/** A further sheet of the same person's form, numbered on, is part of it; the same form once more is a mistake. */
function withContinuations(forms: readonly ReadForm[], findings: FindingList): ReadForm[] {
  return forms.reduce<ReadForm[]>((kept, form) => {
    const earlier =
      form.kind === 'annex1'
        ? kept.find((other) => other.kind === 'annex1' && isSame(other, form))
        : undefined;
    if (earlier === undefined) return [...kept, form];
    const last = earlier.risks.at(-1)?.ordinal ?? 0;
    if ((form.risks[0]?.ordinal ?? 0) <= last) {
      findings.warning('same-form-twice', {}, form.name?.position ?? {}, 'name');
      return [...kept, form];
    }
    const whole = {
      ...earlier,
      risks: [...earlier.risks, ...form.risks],
      opinions: [...earlier.opinions, ...form.opinions],
    };
    return kept.map((other) => (other === earlier ? whole : other));
  }, []);
}

function isSame(one: ReadForm, other: ReadForm): boolean {
  const key = ({ unit, name, post }: ReadForm): string =>
    [unit, name, post].map((value) => personKey(value?.value ?? '')).join('\n');
  return one.name !== null && key(one) === key(other);
}

function isEmpty({ blocks }: Section): boolean {
  return blocks.every((block) => {
    if (block.kind === 'paragraph') return isBlank(block.text);
    return block.rowCount === 0 || block.columnCount === 0;
  });
}
