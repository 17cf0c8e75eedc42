import { callGrades, type GradeLabels } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { bureaus } from '../organisation/organisation-store.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { LastUsed } from '../platform/last-used.ts';
import { nearestAbove, labelsOfAll } from './grade-labels.ts';
import { activeVersions } from './rulebook-store.ts';
import type { RulebookService } from './rulebook-service.ts';

/** Somebody with roles at units. */
interface Placed {
  readonly assignments: readonly { readonly unitPath: string }[];
}

const MOST_KNOWN = 500;

/** What the grades are called for somebody: the one place that decides it. */
export class GradeLabelsService {
  readonly #database: Database;
  readonly #rulebooks: RulebookService;
  /** By the version's id: only committed versions are asked for here, and those never change. */
  readonly #known = new LastUsed<number, GradeLabels>(MOST_KNOWN);

  constructor(database: Database, rulebooks: RulebookService) {
    this.#database = database;
    this.#rulebooks = rulebooks;
  }

  /**
   * The labels of the rulebook in force for the bureaus in reach or around it. `null` where they call their grades
   * differently, or where nothing is in force: then the notice's 一级, 二级, 三级 hold.
   */
  async of(reach: Reach): Promise<GradeLabels | null> {
    const read = this.#database.read;
    const active = await activeVersions(read, 'grading');
    const paths = active.length > 1 ? await this.#bureausIn(reach) : reach.unitPaths;
    const ids = new Set(paths.flatMap((path) => nearestAbove(active, path) ?? []));
    return labelsOfAll(await Promise.all([...ids].map((id) => this.#labelsOf(id))));
  }

  /** The words of a language for somebody with roles at these units, which call every grade as it is called there. */
  readonly wordsFor = async ({ assignments }: Placed, text: Texts): Promise<Texts> =>
    callGrades(text, await this.of({ unitPaths: assignments.map(({ unitPath }) => unitPath) }));

  /** The labels of the rulebook in force for each of these units. */
  readonly at = async (unitPaths: readonly string[]): Promise<ReadonlyMap<string, GradeLabels | null>> => {
    const active = await activeVersions(this.#database.read, 'grading');
    const labels = new Map<string, GradeLabels | null>();
    for (const path of new Set(unitPaths)) {
      const id = nearestAbove(active, path);
      labels.set(path, id === null ? null : await this.#labelsOf(id));
    }
    return labels;
  };

  async #bureausIn({ unitPaths }: Reach): Promise<readonly string[]> {
    const all = await bureaus(this.#database.read);
    return all
      .map(({ path }) => path)
      .filter((path) => unitPaths.some((root) => root.startsWith(path) || path.startsWith(root)));
  }

  async #labelsOf(versionId: number): Promise<GradeLabels | null> {
    const known = this.#known.find(versionId);
    if (known !== undefined) return known;
    const version = await this.#rulebooks.version(versionId);
    if (version?.body.kind !== 'grading') return null;
    return this.#known.keep(versionId, version.body.grades);
  }
}
