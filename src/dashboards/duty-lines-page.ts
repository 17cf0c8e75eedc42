import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { gradesUnder, leadersNamed } from '../risk-points/responsible-leader.ts';
import type { Figures } from './board.ts';
import type { Scope } from './headline.ts';

/** Which leader answers for how many points, as the rulebook says; nothing where it names none. */
export function dutyLines(
  { counts, rulebook }: Figures,
  scope: Scope,
  text: Texts,
): readonly (readonly SentencePart[])[] {
  const { grades } = rulebook.body;
  const { count, list, grade: inSentence } = text.formats;
  return leadersNamed(grades).map((leader) => {
    const under = gradesUnder(leader, grades);
    const points = under.reduce((sum, grade) => sum + counts[grade], 0);
    return sentence(text.dashboards.duties.line, {
      grades: { text: list(under.map((grade) => inSentence(text.terms.grades[grade]))) },
      points: { text: count(points), href: pointsPath({ ...scope, leader }) },
      leader: { text: text.terms.roles[leader] },
    });
  });
}
