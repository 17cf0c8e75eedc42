/** One import that was written: whole, at one time, by one person. */
export interface ImportBatch {
  readonly id: number;
  readonly campaignId: number;
  readonly year: number;
  readonly bureauPath: string;
  readonly at: string;
  readonly actor: string;
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

export interface BatchFile {
  readonly name: string;
  readonly format: string;
}

/** A form by whose it is. */
export interface NamedForm {
  readonly formId: number;
  readonly unit: string;
  /** `null`: the unit's own points. */
  readonly person: string | null;
}

export interface NamedPost {
  readonly unit: string;
  readonly post: string;
}

/** What a batch brought. */
export interface BatchContent {
  readonly files: readonly BatchFile[];
  readonly formsCreated: number;
  readonly formsReplaced: number;
  /** Named while they stand: empty for a batch that was undone. */
  readonly created: readonly NamedForm[];
  readonly replaced: readonly NamedForm[];
  readonly pointsCreated: number;
  readonly pointsChanged: number;
  readonly pointsWithdrawn: number;
  readonly units: readonly string[];
  readonly posts: readonly NamedPost[];
}

export interface BatchDetail {
  readonly batch: ImportBatch;
  readonly content: BatchContent;
  /** Whether what it changed was recorded; batches of before that cannot be undone. */
  readonly isRecorded: boolean;
}
