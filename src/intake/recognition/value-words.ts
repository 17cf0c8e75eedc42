import { keyDomainVariants } from '../../language/zh/form-labels.ts';
import { nameKey } from '../../language/normalise.ts';
import { terms } from '../../language/zh/terms.ts';
import type { ScaleValue } from '../../grading/case.ts';
import { isKeyDomain, KEY_DOMAINS, type KeyDomain } from '../../organisation/key-domain.ts';
import type { Grade, Scale } from '../../rulebooks/rulebook.ts';

/** Words that say a value is still to come. */
const STILL_OPEN =
  /^(?:[-‐-―─－~/\\…._]*|待定|未定|待评定|未评定|待评估|未评估|待审定|待研究|unassessed|unknown|null)$/u;

const GRADES: ReadonlyMap<string, Grade> = new Map<string, Grade>([
  ...(['1', 'i', '一', '壹', '高', '重大'] as const).map((word) => [word, 1] as const),
  ...(['2', 'ii', '二', '贰', '中', '中等', '较高', '较大'] as const).map((word) => [word, 2] as const),
  ...(['3', 'iii', '三', '叁', '低', '较低', '较小', '一般'] as const).map((word) => [word, 3] as const),
]);

const DOMAINS: ReadonlyMap<string, KeyDomain> = new Map(
  KEY_DOMAINS.flatMap((domain) =>
    [domain, terms.keyDomains[domain], ...keyDomainVariants[domain]].map((word) => [word, domain] as const),
  ),
);

/** Whether words say that a value is still to come. */
export function isStillOpen(text: string): boolean {
  return STILL_OPEN.test(nameKey(text));
}

/** `null`: nothing was said yet. `unknown`: something was said that means nothing here. */
export type ReadWord<T> = T | null | 'unknown';

/** Reads a word on a scale: a step's name, alias or code, in either language. */
export function readStep(text: string, scale: Scale): ReadWord<ScaleValue> {
  const key = nameKey(text);
  if (STILL_OPEN.test(key)) return null;
  const means = (word: string): boolean => nameKey(word) === key || nameKey(word) === withoutBrackets(key);
  const step = scale.steps.find(({ code, zh, en, aliases }) => [code, zh, en, ...aliases].some(means));
  return step === undefined ? 'unknown' : { scale: scale.code, step: step.code };
}

/** Reads a declared grade: 一级, 1, Ⅰ级, 二级风险, 拟定三级, 高风险. */
export function readGrade(text: string): ReadWord<Grade> {
  const key = nameKey(text);
  if (STILL_OPEN.test(key) || STILL_OPEN.test(withoutBrackets(key))) return null;
  const core = withoutBrackets(key)
    .replace(/^(?:[■▲○●□]|拟定?为?|建议|评定为|第|风险等级|等级)+:?/u, '')
    .replace(/(?:廉政|廉洁)?(?:级|等|类)?(?:别)?(?:廉政|廉洁)?风险?(?:点)?$/u, '')
    .replace(/(?:级|等|类)$/u, '')
    .replace(/\.0$/u, '');
  return GRADES.get(core) ?? 'unknown';
}

/** Reads key domains parted by any punctuation; `unknown` lists the words that are none. */
export function readDomains(text: string): { domains: KeyDomain[]; unknown: string[] } {
  const words = text.split(/[、,，;；/／|\n]+|\s{1,}/u).filter((word) => !STILL_OPEN.test(nameKey(word)));
  const read = words.map((word) => ({ word, domain: domainOf(word) }));
  const domains = read.map(({ domain }) => domain).filter((domain) => domain !== null);
  const unknown = read.filter(({ domain }) => domain === null).map(({ word }) => word.trim());
  return { domains: [...new Set(domains)], unknown };
}

/** The words of a scale's steps, for telling people what is allowed. */
export function allowedSteps({ steps }: Scale): readonly { readonly zh: string; readonly en: string }[] {
  return steps.map(({ zh, en }) => ({ zh, en }));
}

function domainOf(word: string): KeyDomain | null {
  const key = nameKey(word).replace(/^\d{1,2}[.、)]?|[。.]$/gu, '');
  if (isKeyDomain(key)) return key;
  return DOMAINS.get(key) ?? DOMAINS.get(key.replace(/(?:领域|方面|类|环节)$/u, '')) ?? null;
}

function withoutBrackets(key: string): string {
  return key.replace(/\(.*?\)|【.*?】/gu, '');
}
