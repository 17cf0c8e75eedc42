import { expect } from 'chai';
import type { Rulebook } from '../../src/rulebooks/rulebook.ts';
import type { TestApp } from './http.ts';
import { approved } from './proposing.ts';

/** Brings a rulebook into force by the way that every rulebook goes. */
export async function activate(app: TestApp, rulebook: Rulebook): Promise<void> {
  const { versionId } = await approved(app, rulebook);
  await app.jobRunner.runWaiting();
  expect((await app.rulebooks.inForce(rulebook.kind, '/1/')).id).to.equal(versionId);
}
