import { expect } from 'chai';
import { idleEnd, isOver, isRenewalDue } from '../../src/web/session-life.ts';

const NINE = '2021-04-22T09:00:00.000Z';

describe('the life of a session', () => {
  it('ends half an hour after its last use', () => {
    expect(idleEnd(NINE)).to.equal('2021-04-22T09:30:00.000Z');
  });

  it('lasts ten hours however busy it is', () => {
    expect(isOver(NINE, '2021-04-22T18:59:59.999Z')).to.equal(false);
    expect(isOver(NINE, '2021-04-22T19:00:00.000Z')).to.equal(true);
  });

  it('is written anew once a minute, not at every click', () => {
    expect(isRenewalDue(idleEnd(NINE), '2021-04-22T09:00:59.999Z')).to.equal(false);
    expect(isRenewalDue(idleEnd(NINE), '2021-04-22T09:01:00.000Z')).to.equal(true);
  });
});
