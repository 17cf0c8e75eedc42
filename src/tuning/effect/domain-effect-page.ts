import { divisionCoveragePath } from '../../coverage/paths.ts';
import { sentence, type SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import { pointPath } from '../../risk-points/paths.ts';
import type { DomainSuggestion } from '../../rulebooks/domain-judge.ts';
import {
  suggestedNow,
  type DomainEffect,
  type MovedSubject,
  type SuggestionChange,
} from './domain-effect.ts';
import { effectCell, piece, type EffectPlace, type EffectRow, type EffectTable } from './effect-view.ts';

/** What a change of domain rules comes to, as a sentence. */
export function domainEffectFinding(effect: DomainEffect, text: Texts): readonly SentencePart[] {
  const words = text.effects.domain;
  const { count } = text.formats;
  const { points, posts } = effect;
  if (effect.moved.length === 0) return sentence(words.none, { all: { text: count(effect.pointsRead) } });
  const [gained, lost] = [points.gained + posts.gained, points.lost + posts.lost];
  const template = words.changed
    .replace('{who}', words.who[posts.changed === 0 ? 'points' : points.changed === 0 ? 'posts' : 'both'])
    .replace('{sums}', words.sums[sumsNamed(gained, lost)]);
  return sentence(template, {
    points: { text: count(points.changed), isStrong: true },
    posts: { text: count(posts.changed), isStrong: true },
    gained: { text: count(gained) },
    lost: { text: count(lost) },
  });
}

/** Which sums are worth naming: a point's suggestions may also change in which of them is for the main domain alone. */
function sumsNamed(gained: number, lost: number): keyof Texts['effects']['domain']['sums'] {
  if (gained === 0) return lost === 0 ? 'main' : 'lost';
  return lost === 0 ? 'gained' : 'both';
}

/** Suggestions gained and lost in each domain. */
export function suggestionsByDomain(
  { domains }: DomainEffect,
  { hrefOf }: EffectPlace,
  text: Texts,
): EffectTable {
  const { domains: words, heads, gainedCell, lostCell } = text.effects.domain;
  const { count } = text.formats;
  return {
    ...{ id: 'domains', ...words, sub: null, isMoves: false },
    heads: [text.effects.tables.domain, heads.gained, heads.lost, heads.postChange],
    rows: domains.map(({ domain, points, posts }) => {
      const name = text.terms.keyDomains[domain];
      const [gained, lost] = [count(points.gained), count(points.lost)];
      const of = { subject: 'risk-point', domain } as const;
      return {
        ...{ head: name, href: null },
        cells: [
          effectCell(gained, hrefOf({ ...of, change: 'gained' }), gainedCell(name, gained)),
          effectCell(lost, hrefOf({ ...of, change: 'lost' }), lostCell(name, lost)),
          effectCell(plusMinus(posts, text), null, ''),
        ],
      };
    }),
  };
}

/** Divisions with a change, those with most of it first. */
export function suggestionsByDivision(
  { divisions }: DomainEffect,
  { hrefOf }: EffectPlace,
  text: Texts,
): EffectTable {
  const { divisions: words, heads, changedCell } = text.effects.domain;
  const { count } = text.formats;
  const sorted = divisions.toSorted(
    (left, right) => right.points.changed - left.points.changed || right.posts.changed - left.posts.changed,
  );
  return {
    ...{ id: 'divisions', ...words, sub: null, isMoves: false },
    heads: [text.effects.tables.unit, heads.points, heads.gained, heads.lost, heads.posts],
    rows: sorted.map(({ unit, unitId, points, posts }) => {
      const cell = (subject: 'risk-point' | 'post', changed: string) =>
        effectCell(changed, hrefOf({ subject, unitId }), changedCell(unit, changed));
      return {
        ...{ head: unit, href: null },
        cells: [
          cell('risk-point', count(points.changed)),
          effectCell(count(points.gained), null, ''),
          effectCell(count(points.lost), null, ''),
          cell('post', count(posts.changed)),
        ],
      };
    }),
  };
}

/** A point or post of the list with what is suggested before and after, and what people decided about it. */
export function subjectRow(moved: MovedSubject, { year, bureauId }: EffectPlace, text: Texts): EffectRow {
  const words = text.effects.domain;
  const { subject, unitId } = moved;
  const isPoint = subject.kind === 'risk-point';
  const ofUnit = unitId === bureauId ? null : divisionCoveragePath(unitId, { year });
  const [href, name] = isPoint ? [pointPath(subject.id), subject.text] : [ofUnit, subject.post ?? ''];
  return {
    cells: [
      [piece(words.subjects[subject.kind], null, 'ex'), piece(name, href)],
      [piece(words.home(subject.unit, subject.post ?? words.ownPoint))],
      [piece(suggestionWords(moved, 'before', text))],
      [piece(suggestionWords(moved, 'after', text))],
      [piece(decidedWords(moved, text))],
    ],
  };
}

/** The domains that one side suggests, the one for the main domain first, each with the words that made it do so. */
export function suggestionWords(
  { subject, ...sides }: MovedSubject,
  side: 'before' | 'after',
  text: Texts,
): string {
  const words = text.effects.domain;
  const suggestions: readonly DomainSuggestion[] = sides[side];
  const said = suggestedNow(subject.domains, suggestions).map(({ domain, evidence }) => {
    const name = text.terms.keyDomains[domain];
    return evidence === null || evidence === '' ? name : words.words(name, evidence);
  });
  return said.length === 0 ? words.noSuggestion : text.formats.clauses(said);
}

/** What people decided about a subject's domains; empty where they decided nothing. */
export function decidedWords({ subject }: MovedSubject, text: Texts): string {
  const { decided } = text.effects.domain;
  const said = subject.domains.flatMap(({ domain, state }) =>
    state === 'suggested' ? [] : [decided[state](text.terms.keyDomains[domain])],
  );
  return text.formats.clauses(said);
}

function plusMinus({ gained, lost }: SuggestionChange, text: Texts): string {
  const { count } = text.formats;
  return gained + lost === 0 ? '0' : text.effects.domain.plusMinus(count(gained), count(lost));
}
