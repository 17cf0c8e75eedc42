import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../rules/rulebook.schema.json' with { type: 'json' };
import type { Texts } from '../language/texts.ts';
import { zh } from '../language/zh.ts';
import { outlineOf, type JsonFault } from './json-outline.ts';
import type { Rulebook } from './rulebook.ts';
import { located, type FindingWords, type RulebookFinding } from './rulebook-finding.ts';
import { meaningProblems } from './rulebook-meaning.ts';
import { schemaProblem } from './schema-problem.ts';
import { hasMoreValues } from './value-count.ts';

export type ParsedRulebook =
  | {
      readonly rulebook: Rulebook;
      /** The line of each of its values, by JSON pointer. */
      readonly lines: ReadonlyMap<string, number>;
    }
  | { readonly findings: readonly RulebookFinding[] };

/** 1 MB: a rulebook is written by people. */
export const LONGEST_RULEBOOK = 1_048_576;

const MOST_FINDINGS = 100;

/**
 * A rulebook from its JSON text: either the rulebook, sound in form and meaning, or what is wrong with it and where,
 * in the words of one language.
 * Never throws, whatever the text. That its examples hold and its grades are in order is for `checkRulebook`.
 */
export function parseRulebook(text: string, texts: Texts = zh): ParsedRulebook {
  if (Buffer.byteLength(text) > LONGEST_RULEBOOK) {
    return unreadable(texts, texts.rulebooks.schema['file-too-large'](LONGEST_RULEBOOK / 1024));
  }
  // What a decoder puts where bytes are no UTF-8.
  if (text.includes('\uFFFD')) return unreadable(texts, texts.rulebooks.schema['not-utf8']());
  const json = text.replace(/^\uFEFF/u, '');
  const { lines, faults } = outlineOf(json);
  if (faults.length > 0) return { findings: limited(faults).map((fault) => faultFinding(fault, texts)) };
  return parsed(JSON.parse(json), lines, texts);
}

/** The same for what was read from something else than a text, such as a workbook: findings have no lines. */
export function readRulebook(document: unknown, texts: Texts): ParsedRulebook {
  return parsed(document, new Map(), texts);
}

function parsed(document: unknown, lines: ReadonlyMap<string, number>, texts: Texts): ParsedRulebook {
  const validate = hasMoreValues(document, MOST_VALUES) ? validators.first() : validators.all();
  const isRulebook = validate(document);
  const problems = isRulebook
    ? meaningProblems(document)
    : (validate.errors ?? []).flatMap((error) => schemaProblem(error) ?? []);
  if (isRulebook && problems.length === 0) return { rulebook: document, lines };
  return { findings: limited(problems).map((problem) => located(problem, lines, texts)) };
}

/** Collecting every error of a document takes the square of their number: of larger ones the first must do. */
const MOST_VALUES = 8000;

const validators = { all: compiledOnce(true), first: compiledOnce(false) };

// Compiling takes a moment that not every command needs.
function compiledOnce(allErrors: boolean): () => ValidateFunction<Rulebook> {
  let validator: ValidateFunction<Rulebook> | null = null;
  return () => {
    const ajv = new Ajv2020({ allErrors, strictRequired: false, strictTypes: false });
    return (validator ??= ajv.compile<Rulebook>(schema));
  };
}

function unreadable(texts: Texts, words: FindingWords): ParsedRulebook {
  return { findings: [located({ path: [], words: () => words }, new Map(), texts)] };
}

function faultFinding({ fault, path, line }: JsonFault, texts: Texts): RulebookFinding {
  const words = faultWords(texts, fault, path, line);
  return { ...located({ path: [], words: () => words }, new Map(), texts), path, line };
}

function faultWords(
  { rulebooks }: Texts,
  fault: JsonFault['fault'],
  path: string,
  line: number,
): FindingWords {
  switch (fault) {
    case 'syntax':
      return rulebooks.schema.syntax(line);
    case 'too-deep':
      return rulebooks.schema['too-deep']();
    case 'duplicate-key':
      return rulebooks.schema['duplicate-key'](path.split('/').at(-1) ?? '');
  }
}

// Before anything is put into words: a hostile text has a fault in every byte.
function limited<Found>(found: readonly Found[]): readonly Found[] {
  return found.slice(0, MOST_FINDINGS);
}
