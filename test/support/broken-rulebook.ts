import type { Condition } from '../../src/rulebooks/rulebook.ts';
import { parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';
import { noticeRulebook } from './shipped-rulebooks.ts';

type Json = Record<string, unknown>;

interface ScaleJson extends Json {
  steps: (Json & { aliases: string[] })[];
  mappings: Json;
}

/** A grading rulebook as JSON, for tests to break. */
export interface Breakable extends Json {
  clauses: Json[];
  adjustments: Json[];
  base: { rows: string; columns: string; rules: Json[]; cells: Json[] };
  scales: { probability: ScaleJson; harm: ScaleJson };
  requires: unknown[];
  examples: { facts: Json; expect: Json }[];
}

/** What is wrong with a rulebook's text: place and message of each finding. */
export function refusals(text: string): readonly string[] {
  const parsed = parseRulebook(text);
  if ('rulebook' in parsed) return [];
  return parsed.findings.map(({ path, message }) => `${path ?? ''} ${message}`);
}

/** The notice's rulebook with something broken in it. */
export function brokenNotice(breakIt: (rulebook: Breakable) => void): string {
  const copy = JSON.parse(JSON.stringify(noticeRulebook())) as Breakable;
  breakIt(copy);
  return JSON.stringify(copy);
}

/** The notice's rulebook with one adjustment on a condition that need not be one. */
export function noticeAdjusting(when: unknown): string {
  const words = { zh: '说明', en: 'words' };
  const rule = {
    name: 'a',
    title: words,
    reason: words,
    clause: '3.3-grade-1',
    when,
    effect: { lowerBy: 1 },
  };
  return brokenNotice(({ adjustments }) => adjustments.push(rule));
}

/** A condition of so many levels, the comparison included. */
export function nested(depth: number): Condition {
  let condition: Condition = { fact: 'harm', operator: 'isKnown' };
  for (let level = 1; level < depth; level += 1) condition = { not: condition };
  return condition;
}
