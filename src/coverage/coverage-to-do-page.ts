import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { ConcernedPost, CoverageToDo } from './coverage-cell.ts';
import type { CoverageQuery } from './paths.ts';

/** A gap or weakness of a division, and what to do next. */
export interface ToDo {
  readonly domain: string;
  readonly status: string;
  /** The class of the style sheet. */
  readonly tone: 'gp' | 'wk';
  readonly fact: readonly SentencePart[];
  readonly posts: readonly ToDoPost[];
  readonly steps: readonly string[];
}

export interface ToDoPost {
  readonly name: string;
  readonly why: string;
  readonly points: string;
}

export function toDoOf({ cell, posts }: CoverageToDo, query: CoverageQuery, text: Texts): ToDo {
  const isGap = cell.status === 'gap';
  return {
    domain: text.terms.keyDomains[cell.domain],
    status: text.terms.coverage[cell.status],
    tone: isGap ? 'gp' : 'wk',
    fact: factOf({ cell, posts }, query, text),
    posts: posts.map((post) => toDoPost(post, text)),
    steps: isGap ? stepsOfGap({ cell, posts }, text) : stepsOfWeakness({ cell, posts }, text),
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

function toDoPost(post: ConcernedPost, text: Texts): ToDoPost {
  const { toDo } = text.coverage;
  const { points, evidence } = post;
  return {
    name: postName(post, text),
    why: evidence === null ? toDo.confirmed : toDo.evidence(evidence),
    points: points === 0 ? toDo.postNoPoints : toDo.postPoints(text.formats.count(points)),
  };
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
  return toDo.post(post, holders.length === 0 ? toDo.vacant : text.formats.list(holders));
}
