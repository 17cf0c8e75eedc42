import { expect } from 'chai';
import session, { type SessionData } from 'express-session';
import { SessionStore } from '../../src/web/session-store.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { testClock } from '../support/test-clock.ts';

const HELD = { accountId: 1, path: '/x', fields: [{ name: 'reason', value: '不涉及' }] };
const cookie = new session.Cookie();

describe('a session with a held form, in two requests at once', () => {
  let temporary: TemporaryDatabase;
  let store: SessionStore;
  beforeEach(async () => {
    temporary = await temporaryDatabase();
    store = new SessionStore(temporary.database, testClock(), (error) => {
      throw error;
    });
    await write({ cookie });
  });
  afterEach(() => temporary.end());

  function write(written: SessionData): Promise<void> {
    return new Promise((resolve, reject) => {
      store.set('sid', written, (error) => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error('nothing was written'));
      });
    });
  }

  function read(): Promise<SessionData> {
    return new Promise((resolve, reject) => {
      store.get('sid', (error, found) => {
        if (found) resolve(found);
        else reject(error instanceof Error ? error : new Error('there is no session'));
      });
    });
  }

  it('does not get the form back that the other has sent', async () => {
    await write({ ...(await read()), held: HELD, heldChange: 'held' });
    const slow = await read();
    const sending = await read();
    delete sending.held;
    await write({ ...sending, heldChange: 'taken' });
    await write({ ...slow, notice: 'done' });
    const { held, notice } = await read();
    expect([held, notice]).to.deep.equal([undefined, 'done']);
  });

  it('keeps the form that the other was given', async () => {
    const slow = await read();
    await write({ ...(await read()), held: HELD, heldChange: 'held' });
    await write({ ...slow, notice: 'done' });
    expect((await read()).held).to.deep.equal(HELD);
  });

  it('keeps nothing of who did what', async () => {
    await write({ ...(await read()), held: HELD, heldChange: 'held' });
    expect(await read()).not.to.have.property('heldChange');
  });
});
