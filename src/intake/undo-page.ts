import type { Texts } from '../language/texts.ts';
import { pointPath, pointsPath } from '../risk-points/paths.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { BatchContent } from './batch.ts';
import type { Obstacle, UndoPreview } from './obstacle.ts';
import { batchPath, batchPaths, undoPath } from './batch-paths.ts';

export interface UndoPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly action: string;
  readonly backHref: string;
  /** What an undo would do; empty where something stands in its way. */
  readonly effects: readonly string[];
  readonly obstacles: readonly { readonly text: string; readonly href: string | null }[];
  readonly moreObstacles: string | null;
  readonly isBlocked: boolean;
  readonly reason: string;
  readonly faults: readonly FormFault[];
  readonly reasonWrong: string | null;
}

const OBSTACLES_SHOWN = 20;
const LONGEST_REASON = 500;

/** What undoing a batch would do, with the question why; or what stands in its way. */
export function undoPage(
  { batch, content, obstacles }: UndoPreview,
  reason: string,
  faults: readonly FormFault[],
  text: Texts,
): UndoPage {
  const words = text.batches;
  const { count } = text.formats;
  const id = count(batch.id);
  const title = words.undo.title(id);
  return {
    title: faults.length === 0 ? title : `${words.undo.errorHeading} – ${title}`,
    crumbs: [
      { text: words.crumb, href: batchPaths.batches },
      { text: words.title(id), href: batchPath(batch.id) },
      { text: words.undo.crumb, href: null },
    ],
    heading: title,
    action: undoPath(batch.id),
    backHref: batchPath(batch.id),
    effects: effectsOf(content, text),
    obstacles: obstacles
      .slice(0, OBSTACLES_SHOWN)
      .map((obstacle) => obstacleLine(obstacle, batch.year, text)),
    moreObstacles:
      obstacles.length > OBSTACLES_SHOWN ? words.undo.more(count(obstacles.length - OBSTACLES_SHOWN)) : null,
    isBlocked: obstacles.length > 0,
    reason,
    faults,
    reasonWrong: faultOf(faults, 'reason'),
  };
}

function effectsOf(content: BatchContent, text: Texts): readonly string[] {
  const { created, replaced, facts, made, again } = text.batches.undo;
  const { count } = text.formats;
  const { formsCreated, formsReplaced, pointsCreated, units, posts } = content;
  return [
    ...(formsCreated === 0 ? [] : [created(count(formsCreated), count(pointsCreated))]),
    ...(formsReplaced === 0 ? [] : [replaced(count(formsReplaced))]),
    facts,
    ...(units.length + posts.length === 0 ? [] : [made]),
    again,
  ];
}

/** What is wrong with a reason before anything is undone. */
export function reasonFaults(reason: string, text: Texts): readonly FormFault[] {
  const { reasonMissing, reasonTooLong } = text.batches.undo;
  if (reason.trim() === '') return [{ field: 'reason', message: reasonMissing }];
  if ([...reason].length <= LONGEST_REASON) return [];
  return [{ field: 'reason', message: reasonTooLong(String(LONGEST_REASON)) }];
}

function obstacleLine(obstacle: Obstacle, year: number, text: Texts): UndoPage['obstacles'][number] {
  const { obstacles } = text.batches.undo;
  switch (obstacle.kind) {
    case 'form': {
      const { unit, person, formId } = obstacle.form;
      const href = pointsPath({ year, formId });
      return { text: obstacles.form(unit, person ?? text.batches.unitsOwn), href };
    }
    case 'point':
      return { text: obstacles.point(obstacle.unit, obstacle.text), href: pointPath(obstacle.pointId) };
    case 'post':
      return { text: obstacles.post(obstacle.unit, obstacle.post), href: null };
    case 'exemption':
      return { text: obstacles.exemption(obstacle.unit, text.terms.keyDomains[obstacle.domain]), href: null };
  }
}
