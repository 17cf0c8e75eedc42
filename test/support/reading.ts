import { readFileSync } from 'node:fs';
import { findingWords } from '../../src/intake/finding.ts';
import { readFileBytes } from '../../src/intake/file-reader.ts';
import { noticeScales } from '../../src/intake/notice-scales-service.ts';
import type { Finding, ReadFile, ReadForm } from '../../src/intake/read-form.ts';
import type { Texts } from '../../src/language/texts.ts';

const SAMPLES = `${import.meta.dirname}/../intake/samples`;

export function sampleBytes(name: string): Buffer {
  return readFileSync(`${SAMPLES}/${name}`);
}

/** Reads a file on the notice's scales, in this process. */
export async function reading(bytes: Buffer | string, name = 'file'): Promise<ReadFile> {
  return readFileBytes(Buffer.from(bytes), name, noticeScales());
}

/** What a test of reading mostly asks of a form, in short. */
export interface FormInShort {
  readonly kind: string;
  readonly unit: string | null;
  readonly name: string | null;
  readonly post: string | null;
  readonly risks: readonly string[];
  readonly measures: readonly (string | null)[];
}

export function inShort({ kind, unit, name, post, risks }: ReadForm): FormInShort {
  return {
    kind,
    unit: unit?.value ?? null,
    name: name?.value ?? null,
    post: post?.value ?? null,
    risks: risks.map(({ text }) => text.value),
    measures: risks.map(({ measure }) => measure?.value ?? null),
  };
}

export async function formsIn(bytes: Buffer | string): Promise<FormInShort[]> {
  return (await reading(bytes)).forms.map(inShort);
}

/** The only form of a file. */
export async function formIn(bytes: Buffer | string): Promise<ReadForm> {
  const { forms, findings } = await reading(bytes);
  const [form] = forms;
  if (form === undefined || forms.length > 1) {
    throw new Error(`${String(forms.length)} forms: ${findings.map(({ code }) => code).join(', ')}`);
  }
  return form;
}

/** Findings as severity, code and place, such as `error unknown-step probability 3:7`. */
export function findingsInShort(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, code, field, position }) =>
    [severity, code, field, position.row && `${String(position.row)}:${String(position.column)}`]
      .filter((part) => part !== null && part !== undefined && part !== '')
      .join(' '),
  );
}

/** All findings in one language's words: message and fix of each. */
export function said(findings: readonly Finding[], text: Texts): string[] {
  return findings.map((finding) => findingWords(finding, text)).flatMap(({ message, fix }) => [message, fix]);
}

export async function findingsIn(bytes: Buffer | string): Promise<string[]> {
  return findingsInShort((await reading(bytes)).findings);
}
