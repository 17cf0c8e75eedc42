import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from './http.ts';
import { inspectBureau } from './inspected-bureau.ts';

/** A file to upload: its bytes and its name. */
export type FileToUpload = readonly [bytes: Buffer | string, name: string];

/** Uploads files as a browser does, for the inspection of 2021. */
export async function upload(agent: Agent, files: readonly FileToUpload[]): Promise<Response> {
  const form = await agent.get('/imports/new');
  let post = agent.post('/imports/new').field('_csrf', tokenIn(form)).field('year', '2021');
  for (const [bytes, name] of files) post = post.attach('files', Buffer.from(bytes), name);
  return post;
}

/** Uploads files that are taken, and returns the address of their draft. */
export async function uploaded(agent: Agent, files: readonly FileToUpload[]): Promise<string> {
  const { status, headers, text } = await upload(agent, files);
  if (status !== 303) throw new Error(`the upload was refused: ${wordsIn(text)}`);
  return headers['location'] ?? '';
}

/** What a person reads on a page. */
export function wordsIn(html: string): string {
  return html
    .replace(/^[\s\S]*<main/u, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ');
}

/** The names and present values of a page's controls, without the token. */
function controlsIn(html: string): readonly { readonly name: string; readonly label: string }[] {
  const labels = new Map(
    [...html.matchAll(/<label for="([^"]+)">([^<]*)<\/label>/gu)].map(([, id = '', label = '']) => [
      id,
      label,
    ]),
  );
  return [...html.matchAll(/<(?:select|input|textarea) id="([^"]+)" name="([^"]+)"/gu)].map(
    ([, id = '', name = '']) => ({ name: unescaped(name), label: labels.get(id) ?? '' }),
  );
}

/** Posts decisions: for each control whose label contains the key, the value. */
export async function decide(
  agent: Agent,
  address: string,
  stage: string,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  return decideOn(await agent.get(`${address}?stage=${stage}`), agent, address, stage, values);
}

/** The same on a page that was opened before. */
export async function decideOn(
  page: Response,
  agent: Agent,
  address: string,
  stage: string,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const fields: Record<string, string> = {
    ...chosenIn(page.text),
    ...{ _csrf: tokenIn(page), guard: guardIn(page.text), stage, go: 'stay' },
  };
  const controls = controlsIn(page.text);
  for (const [label, value] of Object.entries(values)) {
    const found = controls.filter((control) => unescaped(control.label).includes(label));
    if (found.length === 0) throw new Error(`no control for ${label} in: ${wordsIn(page.text)}`);
    for (const { name } of found) fields[name] = value;
  }
  return agent.post(`${address}/decisions`).type('form').send(fields);
}

/** Writes a draft as its page shows it. */
export async function commit(agent: Agent, address: string): Promise<Response> {
  const page = await agent.get(`${address}?stage=commit`);
  return agent
    .post(`${address}/commit`)
    .type('form')
    .send({ _csrf: tokenIn(page), guard: guardIn(page.text) });
}

/** The version of the draft that a page shows. */
export function guardIn(html: string): string {
  return /name="guard" value="(\d+)"/u.exec(html)?.[1] ?? '';
}

/** What a page's selects say before anybody touches them, which a browser posts, too. */
function chosenIn(html: string): Readonly<Record<string, string>> {
  const selects = html.matchAll(/<select id="[^"]+" name="([^"]+)">([\s\S]*?)<\/select>/gu);
  return Object.fromEntries(
    [...selects].map(([, name = '', options = '']) => [
      unescaped(name),
      /<option value="([^"]*)" selected>/u.exec(options)?.[1] ?? '',
    ]),
  );
}

/** A folder for temporary files that nobody else uses. */
export interface TemporaryFolder {
  /** What uploads have left in it. */
  readonly left: () => readonly string[];
  readonly end: () => void;
}

/** Lets this process keep its temporary files in a folder of their own, until it is ended. */
export function temporaryFolder(): TemporaryFolder {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-uploads-'));
  process.env['TMPDIR'] = folder;
  return {
    left: () => readdirSync(folder).filter((name) => name.startsWith('qinglian-upload-')),
    end: () => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(folder, { recursive: true });
    },
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** An inspected bureau whose office uploads, with temporary files in a folder of their own. */
export interface UploadingOffice {
  readonly running: TestApp;
  readonly office: Agent;
  readonly temporary: TemporaryFolder;
  readonly end: () => Promise<void>;
}

export async function uploadingOffice(): Promise<UploadingOffice> {
  const temporary = temporaryFolder();
  const running = await testApp();
  await inspectBureau(running);
  const office = await signedInAgent(running.app, 'office');
  const end = async (): Promise<void> => {
    await running.end();
    temporary.end();
  };
  return { running, office, temporary, end };
}
