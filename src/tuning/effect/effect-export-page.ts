import type { Texts } from '../../language/texts.ts';
import type { ExportTable, Taken } from '../../web/export-table.ts';
import { listExport, type Taking } from '../../web/list-export.ts';
import { reasonOf, type CoverageSides } from './coverage-effect-page.ts';
import { stateName } from './state-name.ts';
import type { MovedCell } from './coverage-effect.ts';
import { decidedWords, suggestionWords } from './domain-effect-page.ts';
import type { MovedSubject } from './domain-effect.ts';

type About = Taking & { readonly caption: string };

/** The cells that would change as a file, in the words of their page. */
export function cellExport(
  taken: Taken<MovedCell>,
  sides: CoverageSides,
  about: About,
  text: Texts,
): ExportTable {
  const { columns, exported, list } = text.effects.coverage;
  const widths: readonly (readonly [string, number])[] = [
    [columns.unit, 16],
    [columns.domain, 12],
    [exported.was, 16],
    [exported.becomes, 16],
    [exported.points, 10],
    [exported.posts, 10],
    [columns.before, 44],
    [columns.after, 44],
  ];
  return listExport(
    taken,
    {
      title: list.sheet,
      caption: about.caption,
      columns: widths,
      cells: ({ facts, before, after }) => [
        facts.unit.name,
        text.terms.keyDomains[facts.domain],
        stateName(before.state, text),
        stateName(after.state, text),
        facts.points,
        facts.posts,
        reasonOf(before, sides.before, text),
        reasonOf(after, sides.after, text),
      ],
    },
    about,
    text,
  );
}

/** The points and posts that would get other suggestions as a file, in the words of their page. */
export function subjectExport(taken: Taken<MovedSubject>, about: About, text: Texts): ExportTable {
  const { columns, exported, list, ownPoint, subjects } = text.effects.domain;
  const widths: readonly (readonly [string, number])[] = [
    [exported.kind, 10],
    [exported.number, 8],
    [exported.text, 50],
    [exported.unit, 16],
    [exported.post, 18],
    [columns.before, 40],
    [columns.after, 40],
    [columns.decided, 24],
  ];
  return listExport(
    taken,
    {
      title: list.sheet,
      caption: about.caption,
      columns: widths,
      cells: (moved) => {
        const { kind, id, text: words, unit, post } = moved.subject;
        const sides = (['before', 'after'] as const).map((side) => suggestionWords(moved, side, text));
        return [subjects[kind], id, words, unit, post ?? ownPoint, ...sides, decidedWords(moved, text)];
      },
    },
    about,
    text,
  );
}
