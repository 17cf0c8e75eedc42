import type { PlanFinding } from '../forms/form-plan.ts';
import type { UnplacedFact } from '../forms/filing-result.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { finding } from './finding.ts';
import type { Finding, ReadForm } from './read-form.ts';

/** What filing a form found, at the place of the risk that it speaks of. */
export function planFinding({ code, risk, known }: PlanFinding, form: ReadForm): Finding {
  const read = form.risks.find(({ ordinal, text }) => ordinal === risk.ordinal && text.value === risk.text);
  const position = read?.text.position ?? {};
  return code === 'ambiguous-point'
    ? finding('error', code, { text: risk.text, known }, position, 'text')
    : finding('warning', code, { known: known[0] ?? '' }, position, 'text');
}

/** A fact of a post that was said of a risk of the unit's own, at its place; it is not kept. */
export function factWithoutPost(
  { risk, fact }: UnplacedFact,
  form: ReadForm,
  declared: readonly DeclaredFact[],
): Finding {
  const read = form.risks.find(({ ordinal, text }) => ordinal === risk.ordinal && text.value === risk.text);
  const title = declared.find(({ name }) => name === fact)?.title ?? { zh: fact, en: fact };
  return finding('warning', 'fact-without-post', { title }, read?.facts?.[fact]?.position ?? {});
}

export function ownerUnknown(form: ReadForm): Finding {
  const position = form.unit?.position ?? form.post?.position ?? form.risks[0]?.text.position ?? {};
  return finding('error', 'owner-unknown', {}, position);
}

export function formTwice(form: ReadForm): Finding {
  return finding('error', 'form-twice', {}, form.name?.position ?? form.unit?.position ?? {}, 'name');
}

export function wouldCreate(name: string): Finding {
  return finding('error', 'would-create', { name }, {});
}

export function unitOutOfReach(form: ReadForm, unit: string): Finding {
  return finding('error', 'unit-out-of-reach', { unit }, form.unit?.position ?? {}, 'unit');
}

/** A confidential post is handled on paper and only counted here: nothing of its form may be taken in. */
export function confidentialPost(form: ReadForm, post: string): Finding {
  return finding('error', 'confidential-post', { post }, form.post?.position ?? {}, 'post');
}

export function nameUndecided(form: ReadForm, name: string): Finding {
  const at = [form.unit, form.post].find((value) => value?.value.includes(name) === true);
  return finding('error', 'name-undecided', { name }, at?.position ?? {}, at === form.post ? 'post' : 'unit');
}
