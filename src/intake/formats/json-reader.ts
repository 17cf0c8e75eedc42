import type { z } from 'zod';
import type { Finding, ReadForm, ReadScales } from '../read-form.ts';
import { jsonForm } from '../recognition/json-form.ts';
import { FindingList } from '../recognition/finding-list.ts';
import { withFactsOfPosts } from '../recognition/own-facts.ts';
import { documentSchema } from './json-document.ts';
import { LIMITS } from './limits.ts';
import { decodedText } from './text-decoding.ts';
import { refuse } from './unreadable-file.ts';

/**
 * Reads what `read --json` prints. A position in such a file is the number of the form (`table`) and of its risk
 * (`row`).
 *
 * @throws {UnreadableFile} when it is no JSON, of another shape, or holds more than allowed.
 */
export function readJsonForms(
  bytes: Buffer,
  scales: ReadScales,
): { forms: ReadForm[]; findings: readonly Finding[] } {
  const parsed = documentSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) return refuse('json-shape', { path: pathOf(parsed.error) });
  const risks = parsed.data.reduce((sum, form) => sum + (form.risks ?? []).length, 0);
  if (parsed.data.length + risks > LIMITS.jsonForms) refuse('too-many-forms', { limit: LIMITS.jsonForms });
  const findings = new FindingList();
  if (parsed.data.length === 0) findings.error('not-recognised', {}, {});
  const forms = parsed.data.map((form, index) => jsonForm(form, index + 1, scales, findings));
  const whole = [...withFactsOfPosts(forms, scales.facts ?? [], findings)];
  return { forms: whole, findings: findings.all };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(decodedText(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('invalid-json', {});
    throw error;
  }
}

/** The deepest place that any of the allowed shapes got to. */
function pathOf(error: z.ZodError): string {
  const paths = error.issues.flatMap((issue) =>
    issue.code === 'invalid_union'
      ? issue.errors.flat().map(({ path }) => [...issue.path, ...path])
      : [issue.path],
  );
  const [deepest] = paths.sort((one, other) => other.length - one.length);
  return deepest === undefined || deepest.length === 0 ? 'files' : deepest.map(String).join('.');
}
