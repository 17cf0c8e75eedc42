import type { FindingCode, FindingParameters } from '../finding-code.ts';
import { finding, type FindingField } from '../finding.ts';
import type { Finding, Position } from '../read-form.ts';

/** Collects the findings of one file while its forms are read. */
export class FindingList {
  readonly #findings: Finding[] = [];

  error<Code extends FindingCode>(
    code: Code,
    parameters: FindingParameters<Code>,
    position: Position,
    field: FindingField = null,
  ): void {
    this.#findings.push(finding('error', code, parameters, position, field));
  }

  warning<Code extends FindingCode>(
    code: Code,
    parameters: FindingParameters<Code>,
    position: Position,
    field: FindingField = null,
  ): void {
    this.#findings.push(finding('warning', code, parameters, position, field));
  }

  get all(): readonly Finding[] {
    return this.#findings;
  }
}
