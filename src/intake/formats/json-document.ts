import { z } from 'zod';
import { LIMITS } from './limits.ts';

const words = z.union([z.string().max(LIMITS.textLength), z.number(), z.null()]).optional();

const riskSchema = z.object({
  ordinal: z.number().int().positive().nullish(),
  text: words,
  measure: words,
  probability: words,
  harm: words,
  grade: words,
  domains: z.union([z.array(z.string()), words]),
  facts: z
    .record(z.string().max(120), z.union([z.string().max(120), z.number(), z.boolean(), z.null()]))
    .nullish(),
});

const formSchema = z.object({
  kind: z.enum(['annex1', 'annex2', 'register']).nullish(),
  unit: words,
  name: words,
  ownedByUnit: z.boolean().nullish(),
  vacant: z.boolean().nullish(),
  post: words,
  duties: words,
  filledOn: words,
  risks: z.array(riskSchema).nullish(),
  opinions: z.array(z.object({ label: z.string(), text: z.string() })).nullish(),
});

const formsSchema = z.array(formSchema);

/** The output of `read --json`, or only its forms. */
export const documentSchema = z.union([
  z
    .object({ files: z.array(z.object({ forms: formsSchema })) })
    .transform(({ files }) => files.flatMap(({ forms }) => forms)),
  z.object({ forms: formsSchema }).transform(({ forms }) => forms),
  formsSchema,
]);

/** A form as JSON has it, before its words are read. */
export type JsonForm = z.infer<typeof formSchema>;
