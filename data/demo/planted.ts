import { postNames } from '../../src/organisation/post-names.ts';
import type { KeyDomain } from '../../src/organisation/key-domain.ts';
import { BUREAU, entriesOf, type DemoRisk, type DemoUnit } from './demo-bureau.ts';
import { gradeByNotice, type GradeName } from './grade-by-notice.ts';

/** Where a risk point stands; `name` and `post` are null for one of the unit itself. */
export interface PointPlace {
  readonly unit: string;
  readonly name: string | null;
  readonly post: string | null;
  readonly ordinal: number;
  readonly text: string;
}

export interface Contradiction extends PointPlace {
  readonly declared: GradeName;
  readonly byRules: GradeName;
}

export interface Boilerplate {
  readonly text: string;
  readonly points: readonly Omit<PointPlace, 'text'>[];
}

export interface Gap {
  readonly unit: string;
  readonly domain: KeyDomain;
}

export interface DemoCounts {
  readonly units: number;
  readonly divisions: number;
  readonly affiliates: number;
  readonly entries: number;
  readonly people: number;
  readonly posts: number;
  readonly points: number;
  readonly byGrade: Readonly<Record<GradeName | '待评定', number>>;
}

/** What was put into the demo bureau on purpose, and how much there is of everything. */
export interface Planted {
  readonly bureau: string;
  readonly counts: DemoCounts;
  readonly unassessed: readonly PointPlace[];
  readonly withoutMeasure: readonly PointPlace[];
  readonly boilerplate: readonly Boilerplate[];
  readonly gaps: readonly Gap[];
  readonly contradictedGrades: readonly Contradiction[];
}

/** Duties touch these domains, and no risk point of the unit does. */
export const PLANTED_GAPS: readonly Gap[] = [
  { unit: '规划财务处', domain: 'assets' },
  { unit: '市场建设处', domain: 'key-projects' },
  { unit: '电子商务处', domain: 'procurement' },
  { unit: '对外贸易处', domain: 'procurement' },
  { unit: '会展服务中心', domain: 'policy-funds' },
];

const PEOPLE_WHO_COPY = 3;

interface PlacedRisk {
  readonly place: PointPlace;
  readonly risk: DemoRisk;
}

/** Finds in the content what was planted there; only the gaps are named beforehand. */
export function plantedIn(bureau: readonly DemoUnit[]): Planted {
  const points = bureau.flatMap(placedRisks);
  return {
    bureau: BUREAU,
    counts: countsOf(bureau),
    unassessed: points.filter(({ risk }) => gradeByNotice(risk) === null).map(({ place }) => place),
    withoutMeasure: points.filter(({ risk }) => risk.measure === null).map(({ place }) => place),
    boilerplate: boilerplateIn(points),
    gaps: PLANTED_GAPS,
    contradictedGrades: points.flatMap(contradiction),
  };
}

function placedRisks(unit: DemoUnit): readonly PlacedRisk[] {
  return entriesOf(unit).flatMap(({ name, post, risks }) =>
    risks.map((risk, index) => ({
      risk,
      place: { unit: unit.unit, name, post, ordinal: index + 1, text: risk.text },
    })),
  );
}

function boilerplateIn(points: readonly PlacedRisk[]): readonly Boilerplate[] {
  const byText = new Map<string, Omit<PointPlace, 'text'>[]>();
  for (const { place } of points) {
    const { text, ...where } = place;
    byText.set(text, [...(byText.get(text) ?? []), where]);
  }
  return [...byText]
    .filter(([, places]) => new Set(places.map(({ name }) => name)).size >= PEOPLE_WHO_COPY)
    .map(([text, places]) => ({ text, points: places }));
}

function contradiction({ place, risk }: PlacedRisk): readonly Contradiction[] {
  const byRules = gradeByNotice(risk);
  const declared = risk.declaredGrade;
  if (declared === null || byRules === null || declared === byRules) return [];
  return [{ ...place, declared, byRules }];
}

function countsOf(bureau: readonly DemoUnit[]): DemoCounts {
  const forms = bureau.flatMap(({ unit, posts }) =>
    posts.map(({ post, people: [name] }) => ({ unit, post, name })),
  );
  const posts = forms.flatMap(({ unit, post }) => postNames(post).map((name) => `${unit} ${name}`));
  const risks = bureau.flatMap((unit) => entriesOf(unit).flatMap((entry) => entry.risks));
  const graded = (grade: GradeName | null): number =>
    risks.filter((risk) => gradeByNotice(risk) === grade).length;
  return {
    units: bureau.length,
    divisions: bureau.filter(({ kind }) => kind === 'division').length,
    affiliates: bureau.filter(({ kind }) => kind === 'affiliate').length,
    entries: forms.length,
    people: new Set(forms.map(({ name }) => name)).size,
    posts: new Set(posts).size,
    points: risks.length,
    byGrade: { 一级: graded('一级'), 二级: graded('二级'), 三级: graded('三级'), 待评定: graded(null) },
  };
}
