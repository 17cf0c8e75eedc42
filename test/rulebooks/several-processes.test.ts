import { expect } from 'chai';
import type { Transaction } from '../../src/platform/database.ts';
import { digestOf } from '../../src/rulebooks/digest.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { insertVersion } from '../../src/rulebooks/rulebook-store.ts';
import { activate } from '../support/activating.ts';
import { signedInAgent, testApp, type AnotherProcess, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { onFile } from '../support/postgres-copies.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';
import { wordsIn } from '../support/uploading.ts';

const AT = '2021-04-22T01:00:00.000Z';

function otherwiseNamed(): GradingRulebook {
  const { grades, ...rest } = stricterNotice();
  return { ...rest, grades: { ...grades, 1: { zh: '红色', en: 'red' } } };
}

function insert(transaction: Transaction, rulebook: GradingRulebook): Promise<number> {
  const digest = digestOf(rulebook);
  return insertVersion(transaction, rulebook, { version: 'own', digest, state: 'proposed', at: AT });
}

describe('what two processes know of rulebooks', () => {
  let one: TestApp;
  let other: AnotherProcess;
  beforeEach(async () => {
    one = await testApp();
    await inspectBureau(one);
    other = one.beside();
  });
  afterEach(() => one.end());

  onFile('is what was committed, not what had its id before and was taken back', async () => {
    let takenBack = 0;
    const given = one.database.transaction(async (transaction) => {
      takenBack = await insert(transaction, noticeRulebook());
      await one.rulebooks.version(takenBack, transaction);
      throw new Error('on purpose');
    });
    expect(await given.catch((error: unknown) => String(error))).to.include('on purpose');
    const stays = await other.database.transaction((transaction) => insert(transaction, otherwiseNamed()));
    expect(stays, 'SQLite gives the id again').to.equal(takenBack);
    expect((await one.rulebooks.version(stays))?.body).to.deep.equal(otherwiseNamed());
  });

  it('is what the other brought into force, on the very next page', async () => {
    const agents = [
      await signedInAgent(one.app, 'assessment-group'),
      await signedInAgent(other.app, 'assessment-group'),
    ];
    const pages = async (): Promise<readonly string[]> => {
      const answers = await Promise.all(agents.map((agent) => agent.get('/points?withdrawn=all')));
      return answers.map(({ text }) => wordsIn(text));
    };
    const before = await pages();
    await activate(one, otherwiseNamed());
    const after = await pages();
    expect(after[1]).to.equal(after[0]).and.to.include('红色');
    expect(before[1]).to.equal(before[0]).and.not.to.include('红色');
  });
});
