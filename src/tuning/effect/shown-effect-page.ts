import type { SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import type { CoverageRulebook } from '../../rulebooks/rulebook.ts';
import { inPieces, type ExportTable, type Taken } from '../../web/export-table.ts';
import type { Taking } from '../../web/list-export.ts';
import {
  coverageEffectFinding,
  coverageNotes,
  divisionChanges,
  domainChanges,
  stateMoves,
} from './coverage-effect-page.ts';
import type { CoverageEffect } from './coverage-effect.ts';
import { domainEffectFinding, suggestionsByDivision, suggestionsByDomain } from './domain-effect-page.ts';
import type { DomainEffect } from './domain-effect.ts';
import { domainNotes } from './effect-summary.ts';
import { cellExport, subjectExport } from './effect-export-page.ts';
import { listedCells, listedSubjects } from './effect-lists-page.ts';
import { effectFilterForm, effectList, type EffectList, type EffectScope } from './effect-page.ts';
import { hasRows, type EffectPlace, type EffectTable } from './effect-view.ts';

/** Of which bureau and year a list is taken away, and when. */
export type TakenFrom = Omit<Taken<unknown>, 'pieces' | 'total'>;

/** An effect as its page shows it and as a file takes it away. */
export interface ShownEffect {
  readonly finding: readonly SentencePart[];
  readonly notes: readonly string[];
  readonly tables: readonly EffectTable[];
  readonly list: EffectList;
  /** How many lines the file has. */
  readonly lines: number;
  readonly file: (
    from: TakenFrom,
    about: Omit<Taking, 'active'> & { readonly caption: string },
  ) => ExportTable;
}

interface Place extends EffectScope {
  readonly place: EffectPlace;
}

/** What a coverage draft would do; takes the rulebook in force and the draft's. */
export function shownCoverage(
  effect: CoverageEffect,
  sides: Readonly<Record<'before' | 'after', CoverageRulebook>>,
  scope: Place,
  text: Texts,
): ShownEffect {
  const { place } = scope;
  const listed = listedCells(effect, sides, scope, text);
  const { active } = effectFilterForm(listed.conditions, scope, text);
  return {
    finding: coverageEffectFinding(effect, text),
    notes: coverageNotes(effect, text),
    tables: [
      stateMoves(effect, place.hrefOf, text),
      divisionChanges(effect, place, text),
      domainChanges(effect, place.hrefOf, text),
    ].filter(hasRows),
    list: effectList(listed, scope, text),
    lines: listed.items.length,
    file: (from, about) => cellExport({ ...from, ...allOf(listed.items) }, sides, { ...about, active }, text),
  };
}

/** What a domain draft would do. */
export function shownDomains(effect: DomainEffect, scope: Place, text: Texts): ShownEffect {
  const { place } = scope;
  const listed = listedSubjects(effect, place, scope, text);
  const { active } = effectFilterForm(listed.conditions, scope, text);
  return {
    finding: domainEffectFinding(effect, text),
    notes: domainNotes(effect, text),
    tables: [suggestionsByDomain(effect, place, text), suggestionsByDivision(effect, place, text)].filter(
      hasRows,
    ),
    list: effectList(listed, scope, text),
    lines: listed.items.length,
    file: (from, about) => subjectExport({ ...from, ...allOf(listed.items) }, { ...about, active }, text),
  };
}

function allOf<Item>(items: readonly Item[]): Pick<Taken<Item>, 'total' | 'pieces'> {
  const some = (places: readonly number[]): Promise<readonly Item[]> =>
    Promise.resolve(places.flatMap((place) => items.slice(place, place + 1)));
  return { total: items.length, pieces: inPieces([...items.keys()], some) };
}
