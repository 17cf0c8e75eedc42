import type { PostedDecision } from './decision-fields.ts';
import type { UnknownName, UnknownPost } from './unknown-names.ts';
import type { DraftView } from './uploader.ts';

/** A name that nobody decided on and nothing on file is like. */
export function isPlainlyNew({ candidates, chosen }: UnknownName): boolean {
  return candidates.length === 0 && chosen === undefined;
}

/** All names that nothing on file is like are new ones. */
export function newNames({ names, mayCreateUnits }: DraftView): readonly PostedDecision[] {
  const units = (mayCreateUnits ? names.units : []).filter(isPlainlyNew).map(({ written }) => ({
    fileId: null,
    correction: { kind: 'unit', written, unitId: null } as const,
    subject: { file: null, kind: 'unit', written } as const,
  }));
  const posts = names.posts.filter(isPlainlyNew).map(({ unitId, written }) => ({
    fileId: null,
    correction: { kind: 'post', unitId, written, postId: null } as const,
    subject: { file: null, kind: 'post', unitId, written } as const,
  }));
  return [...units, ...posts];
}

/** Whether decisions raised questions that the page they were made on did not ask: posts of a unit that was chosen. */
export function asksMore(before: Pick<DraftView, 'names'>, after: Pick<DraftView, 'names'>): boolean {
  const isAsked = ({ unitId, written }: UnknownPost): boolean =>
    before.names.posts.some((post) => post.unitId === unitId && post.written === written);
  return after.names.posts.some((post) => post.chosen === undefined && !isAsked(post));
}
