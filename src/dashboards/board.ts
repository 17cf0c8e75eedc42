import type { CoverageCell, CoverageToDo } from '../coverage/coverage-cell.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { ListedPoint } from '../risk-points/risk-point.ts';
import type { BothLanguages, Grade, GradingRulebook, Scale } from '../rulebooks/rulebook.ts';

/** Points by effective grade. `unassessed` is counted apart and never a grade. */
export interface GradeCounts {
  readonly 1: number;
  readonly 2: number;
  readonly 3: number;
  readonly unassessed: number;
  readonly total: number;
}

export interface CampaignHead {
  readonly id: number;
  readonly year: number;
  readonly documentNumber: string | null;
  readonly bureau: string;
  readonly dueOn: string | null;
}

export interface FormCounts {
  readonly submitted: number;
  /** Holdings that owe a form. */
  readonly expected: number;
  /** Submitted ones known only from a summary or register: no annex 1 came in. */
  readonly withoutAnnex1: number;
}

export interface UnitGrades {
  readonly unit: OrgUnit;
  readonly counts: GradeCounts;
}

export interface DomainGrades {
  readonly domain: KeyDomain;
  readonly counts: GradeCounts;
}

/** Points by probability and harm on the rulebook's own scales; points that miss either are outside. */
export interface HeatMap {
  readonly rows: { readonly fact: 'probability' | 'harm'; readonly scale: Scale };
  readonly columns: { readonly fact: 'probability' | 'harm'; readonly scale: Scale };
  readonly cells: readonly {
    readonly row: string;
    readonly column: string;
    /** What the rulebook's base matrix gives here. */
    readonly grade: Grade;
    readonly points: number;
  }[];
  readonly outside: number;
}

export interface RulebookHead {
  readonly name: string;
  readonly version: string;
  readonly title: BothLanguages;
  readonly body: GradingRulebook;
}

/** What the board and a division's page have in common. */
export interface Figures {
  readonly campaign: CampaignHead;
  readonly rulebook: RulebookHead;
  /** The instant the figures were read. */
  readonly asOf: string;
  readonly forms: FormCounts;
  readonly counts: GradeCounts;
  readonly gradeOneWithoutMeasure: number;
  /** `null` where the rulebook in force has no matrix. */
  readonly heat: HeatMap | null;
  readonly domains: readonly DomainGrades[];
  readonly coverage: readonly CoverageCell[];
  readonly gaps: number;
  /** The first few points of grade 1. */
  readonly gradeOne: readonly ListedPoint[];
}

/** What a bureau's leaders see. */
export interface BoardFigures extends Figures {
  /** Divisions and affiliates, most grade 1 first. */
  readonly divisions: readonly UnitGrades[];
  /** The units that somebody reaches who does not reach the whole bureau; `null` when they do. */
  readonly partOf: readonly string[] | null;
}

/** The same for one division, with what it has to do. */
export interface DivisionFigures extends Figures {
  readonly unit: OrgUnit;
  readonly toDos: readonly CoverageToDo[];
  /** Per post of the division, most grade 1 first. */
  readonly posts: readonly {
    /** `null`: the unit's own points. */
    readonly postId: number | null;
    readonly post: string;
    readonly counts: GradeCounts;
  }[];
}

/** One bureau in a region's figures. */
export interface BureauFigures {
  readonly bureau: OrgUnit;
  /** `null` where the bureau has no campaign, and nothing was counted. */
  readonly counted: {
    readonly year: number;
    readonly counts: GradeCounts;
    readonly gaps: number;
    readonly forms: FormCounts;
  } | null;
}

/** What regional roles see: counts of the bureaus beneath, and nothing that anybody wrote. */
export interface RegionFigures {
  /** The units at which the role is held. */
  readonly units: readonly string[];
  readonly asOf: string;
  readonly bureaus: readonly BureauFigures[];
}
