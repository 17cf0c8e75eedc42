import { divisionCoveragePath } from '../../coverage/paths.ts';
import { sentence, type SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import type { CoverageRulebook } from '../../rulebooks/rulebook.ts';
import {
  CELL_STATES,
  type CellChange,
  type CellState,
  type CoverageEffect,
  type MovedCell,
  type ReasonedState,
} from './coverage-effect.ts';
import {
  effectCell,
  piece,
  type EffectHref,
  type EffectPiece,
  type EffectPlace,
  type EffectRow,
  type EffectTable,
} from './effect-view.ts';
import { stateName } from './state-name.ts';

const TONES: Readonly<Record<CellState, string>> = {
  covered: 'cv',
  weak: 'wk',
  gap: 'gp',
  exempt: 'ex',
  'not-expected': 'ex',
  unjudged: 'gp',
};

/** What a change of coverage rules comes to, as a sentence. */
export function coverageEffectFinding(effect: CoverageEffect, text: Texts): readonly SentencePart[] {
  const words = text.effects.coverage;
  const { count } = text.formats;
  if (effect.changed === 0) return sentence(words.none, { all: { text: count(effect.cells) } });
  return sentence(words.changed, {
    cells: { text: count(effect.changed), isStrong: true },
    gaps: { text: changeOf(effect, 'gap', text), isStrong: true },
    weak: { text: changeOf(effect, 'weak', text), isStrong: true },
  });
}

/** What one has to know beside the numbers. */
export function coverageNotes({ after }: CoverageEffect, text: Texts): readonly string[] {
  const { unjudged, powers } = text.effects.coverage;
  return [...(after.unjudged === 0 ? [] : [unjudged(text.formats.count(after.unjudged))]), powers];
}

/** States before and after, crosswise, as far as any cell is in them. */
export function stateMoves(effect: CoverageEffect, hrefOf: EffectHref, text: Texts): EffectTable {
  const words = text.effects.coverage.moves;
  const { count } = text.formats;
  const shown = CELL_STATES.filter((state) => effect.before[state] + effect.after[state] > 0);
  const figure = (from: CellState, to: CellState): number => {
    const leaving = effect.moves.filter((move) => move.from === from);
    if (from !== to) return leaving.find((move) => move.to === to)?.count ?? 0;
    return effect.before[from] - leaving.reduce((sum, move) => sum + move.count, 0);
  };
  return {
    ...{ id: 'moves', heading: words.heading, sub: words.sub, caption: words.caption, isMoves: true },
    heads: [words.corner, ...shown.map((state) => stateName(state, text))],
    rows: shown.map((from) => ({
      head: stateName(from, text),
      href: null,
      cells: shown.map((to) => {
        const cells = count(figure(from, to));
        const label = words.cell(stateName(from, text), stateName(to, text), cells);
        return effectCell(cells, hrefOf({ from, to }), label, from === to);
      }),
    })),
  };
}

/** Divisions with a change, those with most of it first. */
export function divisionChanges(
  { divisions }: CoverageEffect,
  { hrefOf, year, bureauId }: EffectPlace,
  text: Texts,
): EffectTable {
  const words = text.effects.coverage.divisions;
  const moved = divisions.filter(({ changed }) => changed > 0);
  return changeTable(
    { id: 'divisions', ...words, head: text.effects.tables.unit },
    moved
      .toSorted((left, right) => right.changed - left.changed)
      .map((division) => ({
        ...division,
        name: division.unit,
        // What a bureau has of its own has no page of coverage.
        nameHref: division.unitId === bureauId ? null : divisionCoveragePath(division.unitId, { year }),
        href: hrefOf({ unitId: division.unitId }),
      })),
    text,
  );
}

/** All domains. */
export function domainChanges({ domains }: CoverageEffect, hrefOf: EffectHref, text: Texts): EffectTable {
  const words = text.effects.coverage.domains;
  return changeTable(
    { id: 'domains', ...words, head: text.effects.tables.domain },
    domains.map(({ domain, ...change }) => ({
      ...change,
      name: text.terms.keyDomains[domain],
      nameHref: null,
      href: hrefOf({ domain }),
    })),
    text,
  );
}

interface ChangeLine extends CellChange {
  readonly name: string;
  readonly nameHref: string | null;
  readonly href: string;
}

function changeTable(
  about: { readonly id: string; readonly heading: string; readonly caption: string; readonly head: string },
  lines: readonly ChangeLine[],
  text: Texts,
): EffectTable {
  const { heads, changedCell } = text.effects.coverage;
  const { head, ...named } = about;
  const shown = ['gap', 'weak', 'covered'] as const;
  return {
    ...{ ...named, sub: null, isMoves: false },
    heads: [head, heads.changed, ...shown.map((state) => stateName(state, text))],
    rows: lines.map((line) => {
      const changed = text.formats.count(line.changed);
      return {
        head: line.name,
        href: line.nameHref,
        cells: [
          effectCell(changed, line.href, changedCell(line.name, changed)),
          ...shown.map((state) => effectCell(changeOf(line, state, text), null, '')),
        ],
      };
    }),
  };
}

/** From how many cells to how many; one number where it stays. */
function changeOf({ before, after }: CellChange, state: CellState, text: Texts): string {
  const { count } = text.formats;
  if (before[state] === after[state]) return count(after[state]);
  return text.effects.change(count(before[state]), count(after[state]));
}

/** The rulebooks of both sides, for the words of their rules. */
export interface CoverageSides {
  readonly before: CoverageRulebook;
  readonly after: CoverageRulebook;
}

/** A cell of the list, with both reasons; leads to what its division has to do there. */
export function cellRow(
  { facts, before, after }: MovedCell,
  sides: CoverageSides,
  year: number,
  text: Texts,
): EffectRow {
  const { unit, domain } = facts;
  const isBureau = unit.kind === 'bureau';
  const href = (of?: typeof domain): string | null =>
    isBureau ? null : divisionCoveragePath(unit.id, { year }, of);
  const tag = ({ state }: ReasonedState): EffectPiece => piece(stateName(state, text), null, TONES[state]);
  return {
    cells: [
      [tag(before), piece(text.effects.becomes, null, 'arrow'), tag(after)],
      [piece(unit.name, href())],
      [piece(text.terms.keyDomains[domain], href(domain))],
      [piece(reasonOf(before, sides.before, text))],
      [piece(reasonOf(after, sides.after, text))],
    ],
  };
}

/** Why a cell is what it is: the rule and what it says. */
export function reasonOf({ rule }: ReasonedState, { rules }: CoverageRulebook, text: Texts): string {
  const found = rules.find(({ name }) => name === rule);
  if (found === undefined) return text.effects.noReason;
  const { inThisLanguage: say } = text.formats;
  return text.lists.filter(say(found.title), say(found.reason));
}
