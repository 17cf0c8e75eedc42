import type { ListLength } from '../web/list-parts.ts';
import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { batchBar, type DomainBatchBar } from './domain-batch-bar-page.ts';
import { pointsPath } from './paths.ts';
import type { PointFilter } from './risk-point.ts';

/** What somebody asked for in the bar of a list. */
export interface BatchAsked {
  readonly filter: Partial<PointFilter>;
  readonly isAll: boolean;
  readonly ids: readonly number[];
  readonly kind: string;
  readonly domain: string;
}

/** Asks for what the bar of a list left open, with what was said in it kept. */
export interface DomainPickPage extends PageModel {
  readonly faults: readonly FormFault[];
  readonly backHref: string;
  readonly ids: readonly string[];
  readonly batch: DomainBatchBar;
}

/** Takes how many points of the list the viewer may decide about. */
export function domainPickPage(
  asked: BatchAsked,
  length: ListLength,
  faults: readonly FormFault[],
  text: Texts,
): DomainPickPage {
  const { filter, isAll, ids, domain } = asked;
  const domainFault = faults.find(({ field }) => field === 'batch-domain')?.message ?? null;
  return {
    title: text.domains.batch.pick,
    faults,
    backHref: pointsPath(filter),
    ids: ids.map(String),
    batch: batchBar({ filter, length, isAll, domain, domainFault }, text),
  };
}

/** What the bar left open; nothing at all asked for is no fault. */
export function batchFaults({ isAll, ids, kind, domain }: BatchAsked, text: Texts): readonly FormFault[] {
  const { batch } = text.domains;
  if (kind === '') return [];
  const isMain = kind === 'make-main';
  return [
    ...(isAll || ids.length > 0 ? [] : [{ field: 'batch-of', message: batch.chosenMissing }]),
    ...(isMain && domain === '' ? [{ field: 'batch-domain', message: batch.domainMissing }] : []),
  ];
}
