import { comparisonsOf } from '../condition.ts';
import { factSpace } from '../fact-space.ts';
import { factTypes } from '../fact-type.ts';
import type { CoverageRulebook } from '../rulebook.ts';
import { Budget } from './budget.ts';
import type { CoverageSuspicions } from './coverage-suspicions.ts';
import { FALSE } from './diagram.ts';
import { sizeOf } from './diagram-path.ts';
import { factDiagram } from './fact-diagram.ts';
import { affordableSamples, plainTest, samplePaths } from './fact-sample.ts';

/** Enough for the combinations that can occur; rules are not looked at as diagrams. */
const STEPS = 1_000_000;

/** What samples of a fact space show where the whole is too large: whether facts have no answer. */
export function sampledCoverage(rulebook: CoverageRulebook): CoverageSuspicions {
  const conditions = rulebook.rules.map(({ when }) => when);
  const types = factTypes(rulebook);
  const { axes, diagram, possible, factsAt } = factDiagram(
    rulebook,
    factSpace(rulebook, conditions),
    new Budget(STEPS),
  );
  const tests = conditions.map((when) => plainTest(when, types));
  const open = samplePaths(axes, affordableSamples(conditions.flatMap(comparisonsOf).length)).find((path) => {
    const end = path.reduce((ref, index, level) => diagram.childOf(ref, level, index), possible);
    const facts = factsAt(path);
    return end !== FALSE && !tests.some((applies) => applies(facts));
  });
  return {
    cases: sizeOf(diagram, possible),
    gap: open === undefined ? null : { facts: factsAt(open), cases: 1 },
    ...{ hidden: [], redundant: [], inversions: [], inversionsLeft: 0 },
  };
}
