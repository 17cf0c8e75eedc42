import { seededRandom } from './random.ts';

/** The region's id in the generated database: those before it are the test bureau's own. */
export const REGION = 1000;
const BUREAUS = 100;
const DIVISIONS = 15;
const POINTS_OF_POST = 4;
const FIRST_UNIT = REGION + 1;

/** A bureau of a generated province with its one campaign, and where its rows begin. */
export interface BureauPlace {
  readonly id: number;
  readonly path: string;
  readonly campaignId: number;
  /** The first division's id; the others follow it. */
  readonly firstDivision: number;
  readonly divisions: number;
  /** Ids of posts, persons, holdings and forms begin here. */
  readonly firstPost: number;
  readonly firstPoint: number;
  readonly points: number;
  readonly posts: number;
  readonly seed: number;
}

/** The path of the region that all generated bureaus belong to. */
export const REGION_PATH = `/${String(REGION)}/`;

/** So many points over a hundred bureaus of fifteen divisions: a few very large bureaus, many small ones. */
export function provinceOf(points: number, seed: number): readonly BureauPlace[] {
  const places: BureauPlace[] = [];
  let [firstPost, firstPoint] = [1, 1];
  for (const [index, size] of sizesOf(points, seed).entries()) {
    const id = FIRST_UNIT + index * (DIVISIONS + 1);
    const posts = Math.ceil(size / POINTS_OF_POST);
    places.push({
      ...{ id, path: `${REGION_PATH}${String(id)}/`, campaignId: index + 1 },
      ...{ firstDivision: id + 1, divisions: DIVISIONS, firstPost, firstPoint, points: size, posts },
      seed: seed * BUREAUS + index,
    });
    firstPost += posts;
    firstPoint += size;
  }
  return places;
}

/** In which division of its bureau a post is: in one of the first far oftener than in one of the last. */
export function divisionOf({ firstDivision, divisions }: BureauPlace, post: number): number {
  const spread = ((post * 2654435761) % 2 ** 32) / 2 ** 32;
  return firstDivision + Math.floor(spread ** 1.6 * divisions);
}

/** By its position among the bureau's points, the position of a point's post among the bureau's posts. */
export function postOf(point: number): number {
  return Math.floor(point / POINTS_OF_POST);
}

function sizesOf(points: number, seed: number): readonly number[] {
  const random = seededRandom(seed);
  const weights = Array.from({ length: BUREAUS }, (_, index) => (0.7 + 0.6 * random.next()) / (index + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sizes = weights.map((weight) => Math.floor((points * weight) / sum));
  const rest = points - sizes.reduce((total, size) => total + size, 0);
  return sizes.map((size, index) => (index === 0 ? size + rest : size));
}
