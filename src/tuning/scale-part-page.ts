import { OperationalError } from '../platform/errors.ts';
import type { DraftPart, PartVisit } from './draft-part-page.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import { SCALE_FACTS, type ScaleEdit } from './scale-change.ts';
import { readScaleEdit } from './scale-edit-form.ts';
import type { ScaleVisit } from './scale-sheet-page.ts';
import { scalesPage } from './scales-page.ts';

/** The scales of a grading draft: their steps, and how the values of the scale in force count on them. */
export const SCALES: DraftPart<ScaleEdit> = {
  path: rulebookPaths.draftScales,
  view: 'tuning/scales',
  addressOf: (id) => draftPath(id, 'scales'),
  read: readScaleEdit,
  saved: ({ kind, fact }, text) => ({ end: `#${fact}`, notice: text.workbench.scales.saved[kind] }),
  model: (bench, visit, text) => {
    const model = scalesPage(bench, visit.mayTune, scaleVisit(visit), text);
    if (model !== null) return model;
    throw new OperationalError('not-found', 'no-scales', (said) => said.workbench.scales.none);
  },
};

/** What the address asks for; of a refused form the same form again, with what was typed. */
function scaleVisit({ query, refused }: PartVisit<ScaleEdit>): ScaleVisit {
  if (refused === null) return { asked: askedIn(query), faults: [], typed: {} };
  const { change, faults, typed } = refused;
  switch (change.kind) {
    case 'add-step':
      return { asked: { kind: 'add', fact: change.fact, at: change.at }, faults, typed };
    case 'remove-step':
      return { asked: { kind: 'remove', fact: change.fact, step: change.step }, faults, typed };
    default:
      return { asked: null, faults, typed };
  }
}

function askedIn(query: PartVisit<ScaleEdit>['query']): ScaleVisit['asked'] {
  const at = Number(/^\d$/u.exec(query['at'] ?? '')?.[0] ?? -1);
  const asked = SCALE_FACTS.flatMap((fact): ScaleVisit['asked'][] => {
    if (query['add'] === fact) return [{ kind: 'add', fact, at }];
    return query['remove'] === fact ? [{ kind: 'remove', fact, step: query['step'] ?? '' }] : [];
  });
  return asked[0] ?? null;
}
