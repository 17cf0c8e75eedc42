import type { Texts } from '../../language/texts.ts';
import type { CellState } from './coverage-effect.ts';

/** What a state is called: of a cell that nobody expects to be covered, too. */
export function stateName(state: CellState, text: Texts): string {
  if (state === 'not-expected' || state === 'unjudged') return text.effects.states[state];
  return text.terms.coverage[state];
}
