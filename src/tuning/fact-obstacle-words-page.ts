import type { Texts } from '../language/texts.ts';
import type { FactObstacle } from './fact-obstacle.ts';

/** An obstacle as a sentence: what stands in the way, and what could be done. */
export function obstacleWords(obstacle: FactObstacle, { facts, formats }: Texts): string {
  const { obstacles, trait } = facts.change;
  const { list, count, inThisLanguage } = formats;
  switch (obstacle.kind) {
    case 'rulebooks':
      return obstacles.rulebooks(
        list(obstacle.traits.map(trait)),
        list(
          obstacle.rulebooks.map(({ name, version }) =>
            version === null ? obstacles.draft(name) : obstacles.version(name, version),
          ),
        ),
      );
    case 'values':
      return obstacles.values(list(obstacle.traits.map(trait)), count(obstacle.values));
    case 'options':
      return obstacles.options(list(obstacle.options.map(inThisLanguage)));
    case 'maximum':
      return obstacles.maximum(count(obstacle.largest));
    case 'counted':
      return obstacles.counted(list(obstacle.by.map(inThisLanguage)));
  }
}
