import { KEY_DOMAINS, type KeyDomain } from '../../organisation/key-domain.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import { withSuggestions } from '../../risk-points/point-domains.ts';
import type { PointDomain } from '../../risk-points/risk-point.ts';
import type { DomainSuggestion } from '../../rulebooks/domain-judge.ts';

/** A risk point or a post, with its words and what is known of its domains. */
export interface SuggestedSubject {
  readonly kind: 'risk-point' | 'post';
  readonly id: number;
  readonly text: string;
  readonly unitPath: string;
  readonly unit: string;
  /** The post's name; `null` for a point that a division has of its own. */
  readonly post: string | null;
  readonly domains: readonly PointDomain[];
}

/** A subject as two rulebooks see its words. */
export interface ReadSubject {
  readonly subject: SuggestedSubject;
  readonly before: readonly DomainSuggestion[];
  readonly after: readonly DomainSuggestion[];
}

/** A subject to which other domains would be suggested than now; what people decided is no part of either. */
export interface MovedSubject extends ReadSubject {
  readonly unitId: number;
  readonly gained: readonly KeyDomain[];
  readonly lost: readonly KeyDomain[];
}

/** How many subjects of one kind change, and how many suggestions come and go with them. */
export interface SuggestionChange {
  readonly changed: number;
  readonly gained: number;
  readonly lost: number;
}

interface BothKinds {
  readonly points: SuggestionChange;
  readonly posts: SuggestionChange;
}

/** What a change of domain rules would do to what is suggested. */
export interface DomainEffect extends BothKinds {
  readonly kind: 'domain';
  readonly pointsRead: number;
  readonly postsRead: number;
  /** Only those with a change, in the bureau's order. */
  readonly divisions: readonly (BothKinds & { readonly unitId: number; readonly unit: string })[];
  /** All eleven. */
  readonly domains: readonly (BothKinds & { readonly domain: KeyDomain })[];
  readonly moved: readonly MovedSubject[];
  /** Where the rules would say something else but for what people decided. */
  readonly kept: number;
  /** Points that still have the suggestions of an earlier version. */
  readonly outdated: number;
  /** For how many points each rule of the draft suggests its domain; a rule that is not there does for none. */
  readonly decides: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** The bureau and the units right under it. */
export interface Divisions {
  readonly bureau: OrgUnit;
  readonly units: readonly OrgUnit[];
}

/**
 * Adds up what a change of domain rules would do: to each point and post whatever filing its words anew does, by
 * `withSuggestions`, so that what people accepted or rejected is never touched.
 */
export function domainEffect(
  read: readonly ReadSubject[],
  { bureau, units }: Divisions,
  seconds: number,
): DomainEffect {
  const unitIdOf = divisionOf(bureau, units);
  // Where both say the same domains in the same order, nothing can move: most of a bureau's points, with most drafts.
  const differing = read.filter(({ before, after }) => domainsIn(before) !== domainsIn(after));
  const moved = differing.flatMap((one) => movedOf(one, unitIdOf(one.subject.unitPath)));
  const points = read.filter(({ subject }) => subject.kind === 'risk-point');
  const decides = new Map<string, number>();
  for (const { rule } of points.flatMap(({ after }) => after))
    decides.set(rule, (decides.get(rule) ?? 0) + 1);
  const isSaidOtherwise = ({ subject: { kind }, before, after }: ReadSubject): boolean =>
    key(kind, suggestedNow([], before)) !== key(kind, suggestedNow([], after));
  return {
    kind: 'domain',
    pointsRead: points.length,
    postsRead: read.length - points.length,
    ...bothKinds(moved),
    divisions: [bureau, ...units]
      .map(({ id, name }) => ({
        unitId: id,
        unit: name,
        ...bothKinds(moved.filter(({ unitId }) => unitId === id)),
      }))
      .filter((division) => division.points.changed + division.posts.changed > 0),
    domains: KEY_DOMAINS.map((domain) => ({ domain, ...ofDomain(moved, domain) })),
    moved,
    kept: differing.filter(isSaidOtherwise).length - moved.filter(isSaidOtherwise).length,
    outdated: points.filter(({ subject, before }) => isOutdated(subject, before)).length,
    decides,
    seconds,
  };
}

/** The domains that are suggested to a subject, the one for its main domain first. */
export function suggestedNow(
  domains: readonly PointDomain[],
  suggestions: readonly DomainSuggestion[],
): readonly PointDomain[] {
  return withSuggestions(domains, suggestions).filter(({ state }) => state === 'suggested');
}

function domainsIn(suggestions: readonly DomainSuggestion[]): string {
  return suggestions.map(({ domain }) => domain).join(' ');
}

function movedOf(one: ReadSubject, unitId: number): readonly MovedSubject[] {
  const { subject } = one;
  const [was, is] = [suggestedNow(subject.domains, one.before), suggestedNow(subject.domains, one.after)];
  if (key(subject.kind, was) === key(subject.kind, is)) return [];
  const lacks = (list: readonly PointDomain[], domain: KeyDomain): boolean =>
    !list.some((other) => other.domain === domain);
  const named = (list: readonly PointDomain[]): readonly KeyDomain[] => list.map(({ domain }) => domain);
  const gained = named(is).filter((domain) => lacks(was, domain));
  const lost = named(was).filter((domain) => lacks(is, domain));
  return [{ ...one, unitId, gained, lost }];
}

// Which suggestion is for the main domain may also come from a decision, so that it tells no version.
function isOutdated({ domains }: SuggestedSubject, inForce: readonly DomainSuggestion[]): boolean {
  const stored = domains.filter(({ state }) => state === 'suggested');
  return key('post', stored) !== key('post', suggestedNow(domains, inForce));
}

/** What makes suggestions the same: the domains and, of a point, which of them is for the main domain. */
function key(kind: SuggestedSubject['kind'], suggested: readonly PointDomain[]): string {
  const isMain = ({ isMain: main }: PointDomain): string => (main && kind === 'risk-point' ? '*' : '');
  return suggested
    .map((one) => `${one.domain}${isMain(one)}`)
    .sort()
    .join(' ');
}

function bothKinds(moved: readonly MovedSubject[]): BothKinds {
  const of = (kind: SuggestedSubject['kind']): SuggestionChange => {
    const some = moved.filter(({ subject }) => subject.kind === kind);
    return {
      changed: some.length,
      gained: some.reduce((sum, { gained }) => sum + gained.length, 0),
      lost: some.reduce((sum, { lost }) => sum + lost.length, 0),
    };
  };
  return { points: of('risk-point'), posts: of('post') };
}

function ofDomain(moved: readonly MovedSubject[], domain: KeyDomain): BothKinds {
  const only = (domains: readonly KeyDomain[]): readonly KeyDomain[] =>
    domains.filter((one) => one === domain);
  return bothKinds(
    moved
      .map((one) => ({ ...one, gained: only(one.gained), lost: only(one.lost) }))
      .filter(({ gained, lost }) => gained.length + lost.length > 0),
  );
}

/** The unit right under the bureau that a path belongs to, or the bureau itself. */
function divisionOf(bureau: OrgUnit, units: readonly OrgUnit[]): (path: string) => number {
  const ids = new Map(units.map(({ path, id }) => [path, id]));
  return (path) => {
    for (let end = path.length; end > 1; end = path.lastIndexOf('/', end - 2) + 1) {
      const id = ids.get(path.slice(0, end));
      if (id !== undefined) return id;
    }
    return bureau.id;
  };
}
