import { formPath } from '../forms/paths.ts';
import { importPaths } from '../intake/paths.ts';
import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { ConcernedPost, CoverageToDo } from './coverage-cell.ts';
import { exemptionPath, requestExemptionPath, type CoverageQuery } from './paths.ts';

/** A gap or weakness of a division, and what to do next. */
export interface ToDo {
  /** Where the page can be pointed at. */
  readonly anchor: string;
  readonly domain: string;
  readonly status: string;
  /** The class of the style sheet. */
  readonly tone: 'gp' | 'wk';
  readonly fact: readonly SentencePart[];
  readonly posts: readonly ToDoPost[];
  readonly steps: readonly string[];
  /** What the viewer may do about it right there. */
  readonly actions: readonly ToDoLink[];
}

export interface ToDoLink {
  readonly text: string;
  readonly href: string;
  /** The text with what it is about, for those who do not see what stands around it. */
  readonly label: string;
}

/** Which ways out of a gap the viewer may take. */
export interface ToDoRights {
  readonly requestExemption: boolean;
  readonly upload: boolean;
}

export interface ToDoPost {
  readonly name: string;
  readonly why: string;
  readonly points: string;
  /** The forms of its holders, and all its points. */
  readonly links: readonly ToDoLink[];
}

/** Says what is missing and why it is expected, and leads to where it can be put right. */
export function toDoOf(toDo: CoverageToDo, query: CoverageQuery, rights: ToDoRights, text: Texts): ToDo {
  const { cell, posts } = toDo;
  const isGap = cell.status === 'gap';
  return {
    anchor: `domain-${cell.domain}`,
    domain: text.terms.keyDomains[cell.domain],
    status: text.terms.coverage[cell.status],
    tone: isGap ? 'gp' : 'wk',
    fact: factOf(toDo, query, text),
    posts: posts.map((post) => toDoPost(post, { ...query, unitId: cell.unitId }, text)),
    steps: isGap ? stepsOfGap(toDo, text) : stepsOfWeakness(toDo, text),
    actions: actionsOf(toDo, query, rights, text),
  };
}

function factOf({ cell }: CoverageToDo, query: CoverageQuery, text: Texts): readonly SentencePart[] {
  const { toDo } = text.coverage;
  const { count } = text.formats;
  const { unitId, domain, points } = cell;
  const href = points === 0 ? null : pointsPath({ ...query, unitId, domain });
  return sentence(cell.status === 'gap' ? toDo.gapFact : toDo.weakFact, {
    posts: { text: count(cell.posts) },
    points: { text: count(points), href },
    withMeasure: { text: count(cell.withMeasure) },
  });
}

function toDoPost(
  post: ConcernedPost,
  scope: CoverageQuery & { readonly unitId: number },
  text: Texts,
): ToDoPost {
  const { toDo } = text.coverage;
  const { points, evidence } = post;
  return {
    name: postName(post, text),
    why: evidence === null ? toDo.confirmed : toDo.evidence(evidence),
    points: points === 0 ? toDo.postNoPoints : toDo.postPoints(text.formats.count(points)),
    links: [...formLinks(post, text), ...pointLinks(post, scope, text)],
  };
}

function formLinks({ post, holders }: ConcernedPost, text: Texts): readonly ToDoLink[] {
  const { links } = text.coverage.toDo;
  return holders.flatMap(({ name, formId }) => {
    if (formId === null) return [];
    return [{ text: links.form(name), href: formPath(formId), label: links.formLabel(name, post) }];
  });
}

function pointLinks(
  { postId, post, allPoints }: ConcernedPost,
  scope: CoverageQuery & { readonly unitId: number },
  text: Texts,
): readonly ToDoLink[] {
  if (allPoints === 0) return [];
  const { links } = text.coverage.toDo;
  const points = text.formats.count(allPoints);
  const href = pointsPath({ ...scope, postId });
  return [{ text: links.points(points), href, label: links.pointsLabel(post, points) }];
}

function actionsOf(
  { cell, exemptionId }: CoverageToDo,
  query: CoverageQuery,
  rights: ToDoRights,
  text: Texts,
): readonly ToDoLink[] {
  const { actions } = text.coverage.toDo;
  const { unitId, unit, domain } = cell;
  const about = { unit, domain: text.terms.keyDomains[domain] };
  const link = (said: string, href: string): ToDoLink => ({
    text: said,
    href,
    label: actions.label(said, about.unit, about.domain),
  });
  const upload = rights.upload ? [link(actions.upload, importPaths.new)] : [];
  if (exemptionId !== null) return [...upload, link(actions.exemptionWaits, exemptionPath(exemptionId))];
  if (!rights.requestExemption) return upload;
  return [...upload, link(actions.requestExemption, requestExemptionPath(unitId, { ...query, domain }))];
}

function stepsOfGap({ cell, posts }: CoverageToDo, text: Texts): readonly string[] {
  const { steps } = text.coverage.toDo;
  const held = posts.filter(({ holders }) => holders.length > 0);
  const vacant = posts.filter(({ holders }) => holders.length === 0);
  return [
    ...(posts.length === 0 ? [steps.headChecks] : []),
    ...(held.length > 0 ? [steps.checkAgain(postNames(held, text))] : []),
    ...(vacant.length > 0 ? [steps.vacant(text.formats.list(vacant.map(({ post }) => post)))] : []),
    ...(cell.expected === 'confirmed' ? [] : [steps.notConcerned]),
  ];
}

/** The reasons for which coverage rules find a domain weak, each with its remedy. */
function stepsOfWeakness({ cell, posts }: CoverageToDo, text: Texts): readonly string[] {
  const { steps } = text.coverage.toDo;
  const without = posts.filter(({ points }) => points === 0);
  const found = [
    ...(cell.pointsSuggested === cell.points ? [steps.confirmDomains(text.formats.count(cell.points))] : []),
    ...(cell.withMeasure === 0 ? [steps.addMeasures] : []),
    ...(without.length > 0 ? [steps.otherPosts(postNames(without, text))] : []),
  ];
  return found.length > 0 ? found : [steps.review];
}

function postNames(posts: readonly ConcernedPost[], text: Texts): string {
  return text.formats.list(posts.map((post) => postName(post, text)));
}

function postName({ post, holders }: ConcernedPost, text: Texts): string {
  const { toDo } = text.coverage;
  return toDo.post(
    post,
    holders.length === 0 ? toDo.vacant : text.formats.list(holders.map(({ name }) => name)),
  );
}
