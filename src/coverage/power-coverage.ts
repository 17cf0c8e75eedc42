import { textKey } from '../language/normalise.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { RuleFacts } from '../rulebooks/fact-type.ts';
import type { CoverageStatus } from '../rulebooks/rulebook.ts';
import type { ListedPower } from './power.ts';

/** A risk point as far as it may cover a power. */
export interface PowerPoint {
  readonly pointId: number;
  readonly postIds: readonly number[];
  readonly text: string;
  readonly hasMeasure: boolean;
  readonly domains: readonly { readonly domain: KeyDomain; readonly isAccepted: boolean }[];
}

/** What a power's coverage is judged by. */
export interface PowerScene {
  readonly points: readonly PowerPoint[];
  /** Posts of the division whose duties touch a domain. */
  readonly touching: readonly { readonly postId: number; readonly domain: KeyDomain }[];
  readonly exemptDomains: readonly KeyDomain[];
}

/** A listed power with what coverage rules say of it. */
export interface PowerCell {
  readonly power: ListedPower;
  readonly points: number;
  readonly status: CoverageStatus;
  /** The coverage rule that decided. */
  readonly rule: string;
}

/** A name shorter than this stands in too many sentences to mean the power. */
const SHORTEST_NAME = 4;

/**
 * The facts of one power by the names that coverage rulebooks know them by, so that the same rules judge it. Its
 * points are those of the posts concerned in its domain, and those that name it. Posts concerned are the post that
 * the list names, else those whose duties touch the domain; where there are none, any point of the division counts.
 */
export function powerFacts(power: ListedPower, { points, touching, exemptDomains }: PowerScene): RuleFacts {
  const { domain } = power;
  const concerned = concernedPosts(power, touching);
  const naming = points.filter((point) => isNamedIn(power, point));
  const own = points.filter((point) => isOfPosts(point, concerned) && stateIn(point, domain) !== null);
  const found = [...new Set([...own, ...naming])];
  const accepted = found.filter((point) => naming.includes(point) || stateIn(point, domain) === 'accepted');
  const withPoints = concerned.filter((postId) => found.some(({ postIds }) => postIds.includes(postId)));
  return {
    expected: 'confirmed',
    exempt: domain !== null && exemptDomains.includes(domain),
    points: found.length,
    pointsAccepted: accepted.length,
    pointsWithMeasure: found.filter(({ hasMeasure }) => hasMeasure).length,
    posts: concerned.length,
    postsWithPoints: withPoints.length,
    postShare: concerned.length === 0 ? null : Math.round((withPoints.length / concerned.length) * 100),
  };
}

function concernedPosts(
  { postId, domain }: ListedPower,
  touching: PowerScene['touching'],
): readonly number[] {
  if (postId !== null) return [postId];
  return touching.filter((post) => post.domain === domain).map((post) => post.postId);
}

function isOfPosts({ postIds }: PowerPoint, concerned: readonly number[]): boolean {
  return concerned.length === 0 || postIds.some((postId) => concerned.includes(postId));
}

function stateIn({ domains }: PowerPoint, domain: KeyDomain | null): 'accepted' | 'suggested' | null {
  const found = domains.find((one) => one.domain === domain);
  if (found === undefined) return null;
  return found.isAccepted ? 'accepted' : 'suggested';
}

function isNamedIn({ name }: ListedPower, { text }: PowerPoint): boolean {
  const key = textKey(name);
  return [...key].length >= SHORTEST_NAME && textKey(text).includes(key);
}
