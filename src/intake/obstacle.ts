import type { KeyDomain } from '../organisation/key-domain.ts';
import type { BatchDetail, NamedForm } from './batch.ts';

/** Something that was built on a batch, so that it cannot be undone. */
export type Obstacle =
  | { readonly kind: 'form'; readonly form: NamedForm }
  | { readonly kind: 'point'; readonly pointId: number; readonly text: string; readonly unit: string }
  | { readonly kind: 'post'; readonly postId: number; readonly unit: string; readonly post: string }
  | { readonly kind: 'exemption'; readonly unit: string; readonly domain: KeyDomain };

export interface UndoPreview extends BatchDetail {
  readonly obstacles: readonly Obstacle[];
}
