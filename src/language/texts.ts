import type { zh } from './zh.ts';

/** All strings of one language, by slice. Chinese is the model that other languages must match. */
export type Texts = Widened<typeof zh>;

/** The same shape for any language: particular words become `string`, keys and functions stay. */
type Widened<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Widened<Result>
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };
