import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Texts } from '../language/texts.ts';
import type { FindingWords, Problem } from './rulebook-finding.ts';

type SchemaWords = Texts['rulebooks']['schema'];

/** What the schema refuses, in words; `null` where another error of the same place says it better. */
export function schemaProblem(error: ErrorObject): Problem | null {
  if (error.keyword === 'if' || error.propertyName !== undefined) return null;
  const inner = innerProperty(error);
  return {
    path: [...keysOf(error.instancePath), ...(inner === null ? [] : [inner])],
    words: (texts) => wordsOf(error, texts),
  };
}

function wordsOf({ keyword, params, instancePath }: ErrorObject, { rulebooks }: Texts): FindingWords {
  const words = rulebooks.schema;
  switch (keyword) {
    case 'required':
      return words.required(String(params['missingProperty']));
    case 'additionalProperties':
      return words.additionalProperties(String(params['additionalProperty']));
    case 'propertyNames':
      return words.additionalProperties(String(params['propertyName']));
    case 'type':
      return words.type([params['type']].flat().map(String));
    case 'enum':
      return words.enum([params['allowedValues']].flat());
    case 'const':
      return words.enum([params['allowedValue']]);
    case 'pattern':
      return words.pattern();
    case 'uniqueItems':
      return words.uniqueItems();
    case 'false schema':
      return unwantedWords(instancePath, words);
    case 'not':
      return words['condition-too-deep']();
    default:
      return limitWords(keyword, Number(params['limit']), words);
  }
}

// Values of `isKnown`, and parts of a declared fact that its type does not have.
function unwantedWords(instancePath: string, words: SchemaWords): FindingWords {
  const name = keysOf(instancePath).at(-1) ?? '';
  return name === 'value' ? words['value-unwanted']() : words.additionalProperties(name);
}

function limitWords(keyword: string, limit: number, words: SchemaWords): FindingWords {
  if (Number.isNaN(limit)) return words.other(keyword);
  return keyword.startsWith('min') ? words['too-few'](limit) : words['too-many'](limit);
}

function innerProperty({ keyword, params }: ErrorObject): string | null {
  if (keyword === 'additionalProperties') return String(params['additionalProperty']);
  return keyword === 'propertyNames' ? String(params['propertyName']) : null;
}

function keysOf(pointer: string): readonly string[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
