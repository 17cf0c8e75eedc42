import { comparisonsOf } from '../../rulebooks/condition.ts';
import { factTypes, type RuleFacts } from '../../rulebooks/fact-type.ts';
import type { GradingRulebook } from '../../rulebooks/rulebook.ts';
import { Budget } from '../../rulebooks/verification/budget.ts';
import { FALSE } from '../../rulebooks/verification/diagram.ts';
import { sizeOf, type Path } from '../../rulebooks/verification/diagram-path.ts';
import { affordableSamples, plainTest, samplePaths } from '../../rulebooks/verification/fact-sample.ts';
import type { FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';
import { decide, type Decision } from '../decision.ts';
import { conditionsOf, engineRules } from '../engine-rules.ts';
import { countedAxes } from './counted-axes.ts';
import { gradingSpace } from './grade-diagram.ts';
import type { Suspicions } from './grade-suspicions.ts';
import { orderedSteps } from './ordered-steps.ts';
import type { Suspicion } from './suspicion.ts';

/** Enough for the combinations that can occur; rules are not looked at as diagrams. */
const STEPS = 1_000_000;

interface Sampled {
  readonly facts: RuleFacts;
  readonly applying: ReadonlySet<string>;
  readonly decision: Decision | null;
}

/**
 * What samples of a fact space show where the whole is too large: gaps, conflicts and inversions, one of each sort.
 * That a rule never decides cannot be seen in samples.
 */
export function sampledSuspicions(rulebook: GradingRulebook): Suspicions {
  const space = gradingSpace(rulebook, new Budget(STEPS));
  const judged = sampler(rulebook, space);
  const counted = countedAxes(rulebook, space);
  const steps = orderedSteps({ rulebook, space }, counted);
  const comparisons = conditionsOf(rulebook).flatMap(comparisonsOf).length;
  const count = affordableSamples(comparisons * (space.axes.length + 1));
  const found = new Map<string, Suspicion>();
  for (const path of samplePaths(space.axes, count).map((chosen) => counted.completed(chosen))) {
    const here = judged(path);
    if (here === null) continue;
    for (const suspicion of [...gapAt(here), ...conflictAt(rulebook, here)]) keep(suspicion.kind, suspicion);
    for (const { fact, level, better, worse } of steps) {
      if (path[level] !== worse) continue;
      const beside = judged(counted.completed(path.with(level, better)));
      if (beside === null || !isInverted(beside, here)) continue;
      keep(`inversion ${fact}`, { kind: 'non-monotone', fact, better: beside.facts, worse: here.facts });
    }
  }
  return {
    cases: sizeOf(space.diagram, space.possible),
    suspicions: [...found.values()],
    inversionsLeft: { count: 0, isAll: false },
  };

  function keep(key: string, suspicion: Suspicion): void {
    if (!found.has(key)) found.set(key, suspicion);
  }
}

function sampler(rulebook: GradingRulebook, space: FactDiagram): (path: Path) => Sampled | null {
  const types = factTypes(rulebook);
  const rules = engineRules(rulebook).map(({ name, when }) => ({ name, applies: plainTest(when, types) }));
  const { diagram, possible, factsAt } = space;
  return (path) => {
    const end = path.reduce((ref, index, level) => diagram.childOf(ref, level, index), possible);
    if (end === FALSE) return null;
    const facts = factsAt(path);
    const applying = new Set(rules.filter(({ applies }) => applies(facts)).map(({ name }) => name));
    return { facts, applying, decision: decide(rulebook, applying) };
  };
}

function gapAt({ facts, decision }: Sampled): readonly Suspicion[] {
  return decision === null ? [{ kind: 'gap', facts, cases: 1 }] : [];
}

function conflictAt({ base }: GradingRulebook, { facts, applying }: Sampled): readonly Suspicion[] {
  if ('cells' in base || base.hitPolicy === 'first') return [];
  const hits = base.decisions.filter(({ name }) => applying.has(name));
  const [first] = hits;
  const other = hits.find(({ grade }) => grade !== first?.grade);
  if (first === undefined || other === undefined) return [];
  return [{ kind: 'conflict', rules: [first.name, other.name], facts }];
}

function isInverted(better: Sampled, worse: Sampled): boolean {
  return (worse.decision?.grade ?? 0) > (better.decision?.grade ?? 3);
}
