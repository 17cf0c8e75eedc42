import type { Finding, Position } from '../read-form.ts';
import type { FindingCode, FindingParameters } from '../finding-code.ts';
import { finding } from '../finding.ts';

/** Thrown by readers when a file as a whole cannot be read; the finding is what people are told. */
export class UnreadableFile extends Error {
  readonly finding: Finding;

  constructor(found: Finding, options?: ErrorOptions) {
    super(found.code, options);
    this.name = 'UnreadableFile';
    this.finding = found;
  }
}

/** @throws {UnreadableFile} always. */
export function refuse<Code extends FindingCode>(
  code: Code,
  parameters: FindingParameters<Code>,
  position: Position = {},
): never {
  throw new UnreadableFile(finding('error', code, parameters, position));
}
