import type { KeyDomain } from '../organisation/key-domain.ts';
import type { ScaleValue } from '../grading/case.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { Grade, Scale } from '../rulebooks/rulebook.ts';
import type { FindingCode, FindingParameters } from './finding-code.ts';

/** The scales whose words probability and harm are written in, and the facts that the rulebook declares. */
export interface ReadScales {
  readonly facts?: readonly DeclaredFact[];
  readonly probability: Scale;
  readonly harm: Scale;
}

/** Where in a file a value stood. Everything counts from 1, the header line included. */
export interface Position {
  readonly sheet?: string;
  readonly table?: number;
  /** Of a document: which paragraph outside of tables. */
  readonly paragraph?: number;
  readonly line?: number;
  readonly row?: number;
  readonly column?: number;
}

/** A value, the words it was read from, and where they stood. */
export interface Sourced<T> {
  readonly value: T;
  readonly raw: string;
  readonly position: Position;
}

export type FormKind = 'annex1' | 'annex2' | 'register';

export type FileFormat = 'docx' | 'doc' | 'xlsx' | 'xls' | 'csv' | 'json';

export type ReadFactValue = string | number | boolean;

export type ReadFacts = Readonly<Record<string, Sourced<ReadFactValue>>>;

export interface ReadRisk {
  readonly ordinal: number;
  readonly text: Sourced<string>;
  readonly measure: Sourced<string> | null;
  readonly probability: Sourced<ScaleValue> | null;
  readonly harm: Sourced<ScaleValue> | null;
  /** The grade a paper declared (填报等级), never ours. */
  readonly grade: Sourced<Grade> | null;
  /** From a column 重点领域: the first is the main domain. They count as accepted. */
  readonly domains: Sourced<readonly KeyDomain[]> | null;
  /** What is said of facts that the rulebook declares, by their names; absent where it declares none. */
  readonly facts?: ReadFacts;
}

export interface ReadOpinion {
  /** The label of the opinion as written, such as 单位（处室）负责人意见. */
  readonly label: string;
  readonly text: Sourced<string>;
}

/** What one form says, whatever the format it came in: one (unit, name, post). */
export interface ReadForm {
  readonly kind: FormKind;
  readonly unit: Sourced<string> | null;
  /** `null` with `ownedByUnit`: the division's own risk points, which have no person. */
  readonly name: Sourced<string> | null;
  readonly ownedByUnit: boolean;
  /** The paper says that nobody holds the post (空缺); then there is no name. */
  readonly vacant?: boolean;
  readonly post: Sourced<string> | null;
  readonly duties: Sourced<string> | null;
  /** ISO date, such as 2021-04-22. */
  readonly filledOn: Sourced<string> | null;
  readonly risks: readonly ReadRisk[];
  readonly opinions: readonly ReadOpinion[];
}

/** Something about a file that a person should know or must put right. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly position: Position;
  readonly field: string | null;
  readonly code: FindingCode;
  /** What the words of the code need to know. */
  readonly parameters: FindingParameters;
}

export interface ReadFile {
  readonly file: string;
  readonly format: FileFormat | null;
  readonly forms: readonly ReadForm[];
  readonly findings: readonly Finding[];
}
