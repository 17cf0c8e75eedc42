import { sentence, type SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import { impactPath } from '../impact-paths.ts';
import type { CoverageEffect } from './coverage-effect.ts';
import { coverageEffectFinding, coverageNotes, divisionChanges, stateMoves } from './coverage-effect-page.ts';
import { domainEffectFinding, suggestionsByDivision, suggestionsByDomain } from './domain-effect-page.ts';
import type { DomainEffect } from './domain-effect.ts';
import { domainNotes } from './effect-summary.ts';
import { effectAddress } from './effect-filter.ts';
import { hasRows, type EffectPlace, type EffectTable, type LiveEffect } from './effect-view.ts';

const SHOWN_ROWS = 6;

/** What a change of coverage or domain rules comes to, as a sentence. */
export function effectFinding(effect: CoverageEffect | DomainEffect, text: Texts): readonly SentencePart[] {
  return effect.kind === 'coverage' ? coverageEffectFinding(effect, text) : domainEffectFinding(effect, text);
}

/** Of what draft and campaign, and with what it is compared in words. */
export interface LiveScope {
  readonly draftId: number;
  readonly year: number;
  readonly bureauId: number;
  readonly against: string;
}

/** The figures beside the rules of a coverage or domain draft. */
export function liveEffect(effect: CoverageEffect | DomainEffect, scope: LiveScope, text: Texts): LiveEffect {
  const { draftId, year, bureauId } = scope;
  const place: EffectPlace = { year, bureauId, hrefOf: (filter) => effectAddress(draftId, filter) };
  return {
    sub: subOf(effect, scope, text),
    changes: changesOf(effect, text),
    ...(effect.kind === 'coverage'
      ? {
          notes: coverageNotes(effect, text),
          tables: [
            stateMoves(effect, place.hrefOf, text),
            few(divisionChanges(effect, place, text), text),
          ].filter(hasRows),
        }
      : {
          notes: domainNotes(effect, text),
          tables: [
            suggestionsByDomain(effect, place, text),
            few(suggestionsByDivision(effect, place, text), text),
          ].filter(hasRows),
        }),
    listHref: impactPath(draftId),
  };
}

function subOf(
  effect: CoverageEffect | DomainEffect,
  { year, against }: LiveScope,
  { formats, effects }: Texts,
): string {
  const { count } = formats;
  const milliseconds = count(Math.round(effect.seconds * 1000));
  if (effect.kind === 'coverage') {
    return effects.coverage.sub(String(year), count(effect.cells), against, milliseconds);
  }
  const [points, posts] = [count(effect.pointsRead), count(effect.postsRead)];
  return effects.domain.sub(String(year), points, posts, against, milliseconds);
}

function changesOf(
  effect: CoverageEffect | DomainEffect,
  { formats, effects }: Texts,
): readonly SentencePart[] {
  const { count } = formats;
  if (effect.kind === 'coverage') {
    return sentence(effects.coverage.changes, { cells: { text: count(effect.changed), isStrong: true } });
  }
  const { points, posts } = effect;
  return sentence(effects.domain.changes, {
    points: { text: count(points.changed), isStrong: true },
    posts: { text: count(posts.changed), isStrong: true },
    gained: { text: count(points.gained + posts.gained) },
    lost: { text: count(points.lost + posts.lost) },
  });
}

/** The first lines of a table, and how many more there are. */
function few(table: EffectTable, text: Texts): EffectTable {
  const rest = table.rows.length - SHOWN_ROWS;
  if (rest <= 0) return table;
  const more = text.effects.tables.rest(text.formats.count(rest));
  return { ...table, sub: more, rows: table.rows.slice(0, SHOWN_ROWS) };
}
