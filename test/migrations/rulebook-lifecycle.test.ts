import { expect } from 'chai';
import { testApp, type TestApp } from '../support/http.ts';
import { approved, proposed } from '../support/proposing.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';
import { IS_NOT_ALLOWED, IS_THERE } from '../support/database-words.ts';

describe('what the database refuses of rulebook versions', () => {
  let bureau: TestApp;
  let id: number;
  beforeEach(async () => {
    bureau = await testApp();
    id = await proposed(bureau, stricterNotice());
  });
  afterEach(() => bureau.end());

  async function refused(sql: string): Promise<string> {
    return bureau.database.schema.raw(sql).then(
      () => 'accepted',
      (error: unknown) => String(error),
    );
  }

  function update(set: string): Promise<string> {
    return refused(`update rulebook_version set ${set} where id = ${String(id)}`);
  }

  const approval = (accountId: string, minutes = `'纪要9号'`): string =>
    `state = 'approved', approved_by_account_id = ${accountId}, approved_by = '李四', approved_at = 'now', minutes = ${minutes}`;

  it('another text, digest, reason or proposer than was proposed', async () => {
    for (const set of [
      `body = '{}'`,
      `digest = ''`,
      `reason = '改'`,
      'proposed_by_account_id = 1',
      'impact = null',
    ]) {
      expect(await update(set), set).to.include('what was proposed does not change');
    }
  });

  it('an approval by the proposer, by nobody, or without the minutes', async () => {
    for (const set of [approval('proposed_by_account_id'), approval('null'), approval('1', `' '`)]) {
      expect(await update(set), set).to.include('approved by another person');
    }
  });

  it('a second approval, and one that is changed', async () => {
    expect(await update(approval('1'))).to.equal('accepted');
    expect(await update(`minutes = '另一号'`)).to.include('given once');
    expect(await update(approval('2'))).to.include('given once');
  });

  it('a way back, and one that leaves out the approval', async () => {
    expect(await update(`state = 'draft'`)).to.include('does not go back');
    expect(await update(`state = 'active'`)).to.include('does not go back');
    expect(await update(approval('1'))).to.equal('accepted');
    expect(await update(`state = 'proposed'`)).to.include('does not go back');
  });

  it('a return without a reason', async () => {
    expect(await update(`state = 'retired'`)).to.include('returned with a reason');
  });

  it('a beginning before the approval, and a second one', async () => {
    expect(await update(`begun_at = 'now'`)).to.include('only what is approved');
    expect(await update(approval('1'))).to.equal('accepted');
    expect(await update(`begun_at = 'now'`)).to.equal('accepted');
    expect(await update(`begun_at = 'later'`)).to.include('only what is approved');
  });

  it('a version of a bureau that nobody proposed, a second open one, and the loss of any', async () => {
    const columns = 'rulebook_id, body, digest, state, created_at, unit_id';
    const copy = (state: string, more: string): string =>
      `insert into rulebook_version (version, ${columns}${more}) select 'v9', rulebook_id, body, digest, ${state},
        created_at, unit_id${more} from rulebook_version where id = ${String(id)}`;
    const whole = ', proposed_by_account_id, proposed_by, proposed_at, reason, verification, examples';
    expect(await refused(copy(`'active'`, whole))).to.include('whole proposal');
    expect(await refused(copy(`'proposed'`, ''))).to.include('whole proposal');
    expect(await refused(copy(`'proposed'`, whole))).to.match(IS_THERE);
    expect(await refused(`delete from rulebook_version where id = ${String(id)}`)).to.include('keeps what');
  });

  it('an activation of what is not active, and one that is changed, reopened or deleted', async () => {
    const insert = `insert into rulebook_activation (kind, unit_id, version_id, active_from)
      select 'grading', unit_id, id, 'now' from rulebook_version where id = ${String(id)}`;
    expect(await refused(insert)).to.include('only an active version');
    expect(await refused(`update rulebook_activation set active_from = 'earlier'`)).to.include('only ends');
    expect(await refused('delete from rulebook_activation')).to.include('keeps what');
    await refused(`update rulebook_activation set active_to = 'now' where kind = 'domain'`);
    expect(await refused(`update rulebook_activation set active_to = null where kind = 'domain'`)).to.include(
      'only ends',
    );
  });
});

describe('what the database refuses of jobs', () => {
  let bureau: TestApp;
  beforeEach(async () => {
    bureau = await testApp();
    await approved(bureau, stricterNotice());
  });
  afterEach(() => bureau.end());

  async function refused(sql: string): Promise<string> {
    return bureau.database.schema.raw(sql).then(
      () => 'accepted',
      (error: unknown) => String(error),
    );
  }

  it('one at work without a lease, one ended without a time, more done than there is', async () => {
    for (const set of [`state = 'running'`, `state = 'done'`, `lease_owner = 'a'`, 'done = 2', 'done = -1']) {
      expect(await refused(`update job set ${set}`), set).to.match(IS_NOT_ALLOWED);
    }
  });

  it('another order than was given, and two at work in one lane', async () => {
    expect(await refused(`update job set payload = '{}'`)).to.include('does not change');
    const run = `state = 'running', lease_owner = 'a', lease_until = 'later'`;
    expect(await refused(`update job set ${run}`)).to.equal('accepted');
    const second = `insert into job (lane, kind, payload, state, lease_owner, lease_until, created_by, created_at)
      select lane, kind, payload, state, lease_owner, lease_until, created_by, created_at from job`;
    expect(await refused(second)).to.match(IS_THERE);
  });

  it('a change of one that is done, and the loss of any', async () => {
    expect(await refused(`update job set state = 'done', ended_at = 'now'`)).to.equal('accepted');
    expect(await refused(`update job set error = 'a'`)).to.include('stays as it ended');
    expect(await refused('delete from job')).to.include('keeps what');
  });
});
