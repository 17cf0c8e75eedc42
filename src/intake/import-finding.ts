import type { PlanFinding } from '../forms/form-plan.ts';
import { importWords } from '../language/zh/import.ts';
import type { Finding, ReadForm } from './read-form.ts';

/** What filing a form found, at the place of the risk that it speaks of. */
export function planFinding(found: PlanFinding, form: ReadForm): Finding {
  const position = form.risks.find(
    ({ ordinal, text }) => ordinal === found.risk.ordinal && text.value === found.risk.text,
  )?.text.position;
  const words =
    found.code === 'ambiguous-point'
      ? importWords['ambiguous-point']({ text: found.risk.text, known: found.known })
      : importWords['wording-kept']({ known: found.known[0] ?? '' });
  const severity = found.code === 'ambiguous-point' ? 'error' : 'warning';
  return { severity, position: position ?? {}, field: 'text', code: found.code, ...words };
}

export function ownerUnknown(form: ReadForm): Finding {
  const position = form.unit?.position ?? form.post?.position ?? form.risks[0]?.text.position ?? {};
  return {
    severity: 'error',
    position,
    field: null,
    code: 'owner-unknown',
    ...importWords['owner-unknown'](),
  };
}

export function formTwice(form: ReadForm): Finding {
  const position = form.name?.position ?? form.unit?.position ?? {};
  return { severity: 'error', position, field: 'name', code: 'form-twice', ...importWords['form-twice']() };
}

export function wouldCreate(name: string): Finding {
  return {
    severity: 'error',
    position: {},
    field: null,
    code: 'would-create',
    ...importWords['would-create']({ name }),
  };
}
