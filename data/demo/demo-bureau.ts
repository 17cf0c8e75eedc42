import { z } from 'zod';
import { KEY_DOMAINS, type KeyDomain } from '../../src/organisation/key-domain.ts';
import { terms } from '../../src/language/zh/terms.ts';

export const BUREAU = '澄江市商务局';

const DOMAIN_NAMES = KEY_DOMAINS.map((domain) => terms.keyDomains[domain]);

const words = z.string().min(1);

const demoRisk = z.strictObject({
  text: words,
  measure: words.nullable(),
  probability: z.enum(['高', '较高', '较小']).nullable(),
  harm: z.enum(['严重', '较为严重', '一般']).nullable(),
  domains: z.array(z.enum(DOMAIN_NAMES)).readonly(),
  declaredGrade: z.enum(['一级', '二级', '三级']).nullable(),
});

const demoForm = z.strictObject({
  post: words,
  people: z.tuple([words]).readonly(),
  duties: words,
  risks: z.array(demoRisk).nonempty().readonly(),
});

/** What one unit of the demo bureau files: the shape of the files in `bureau/`. */
export const demoUnit = z.strictObject({
  unit: words,
  kind: z.enum(['division', 'affiliate']),
  paper: z.enum(['annex1', 'annex2-docx', 'annex2-xlsx']),
  filledOn: z.iso.date(),
  posts: z.array(demoForm).nonempty().readonly(),
  own: z.array(demoRisk).readonly(),
});

export type DemoRisk = Readonly<z.infer<typeof demoRisk>>;

export type DemoUnit = Readonly<z.infer<typeof demoUnit>> & {
  /** The unit's place in the bureau's order, from the name of its file. */
  readonly number: number;
};

/** What stands on one form: a person's risk points, or (`name`, `post` and `duties` null) those of the unit itself. */
export interface DemoEntry {
  readonly name: string | null;
  readonly post: string | null;
  readonly duties: string | null;
  readonly risks: readonly DemoRisk[];
}

/** Everybody's risk points in the order of the unit's file, the unit's own ones last. */
export function entriesOf(unit: DemoUnit): readonly DemoEntry[] {
  const people = unit.posts.map(({ people: [name], post, duties, risks }) => ({ name, post, duties, risks }));
  return unit.own.length === 0
    ? people
    : [...people, { name: null, post: null, duties: null, risks: unit.own }];
}

/** The code of a key domain that the content calls by its Chinese name. */
export function domainNamed(name: string): KeyDomain {
  const domain = KEY_DOMAINS.find((code) => terms.keyDomains[code] === name);
  if (domain === undefined) throw new Error(`${name} is no key domain`);
  return domain;
}
