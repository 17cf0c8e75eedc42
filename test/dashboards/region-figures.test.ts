import { expect } from 'chai';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { fillProvince } from '../support/filled-province.ts';
import { testApp, type TestApp } from '../support/http.ts';

describe('the figures of a region', function () {
  this.timeout(240_000);
  let app: TestApp;
  before(async () => {
    app = await testApp();
    await fillProvince(app, { points: 1500, seed: 11 });
  });
  after(() => app.end());

  it('say of each bureau, asked for together, what its own board says', async () => {
    const { bureaus } = await app.region.region({}, EVERYWHERE);
    let [points, gaps, owed] = [0, 0, 0];
    for (const { bureau, counted } of bureaus) {
      if (counted === null) continue;
      const board = await app.board.board({}, { unitPaths: [bureau.path] });
      expect(counted, bureau.name).to.deep.equal({
        year: board.campaign.year,
        counts: board.counts,
        gaps: board.gaps,
        forms: board.forms,
      });
      points += counted.counts.total;
      gaps += counted.gaps;
      owed += counted.forms.expected;
    }
    expect(points).to.be.above(1000);
    expect(gaps).to.be.above(0);
    expect(owed).to.be.above(0);
  });
});
