import { expect } from 'chai';
import { withDerived } from '../../src/rulebooks/derived-value.ts';
import { declaredFacts } from '../../src/rulebooks/rulebook-facts.ts';
import { shippedGrading } from '../support/shipped-rulebooks.ts';

const CRITERIA = shippedGrading('grading/five-criteria.json');
const FACTS = declaredFacts(CRITERIA);
const ONE_PART_UNKNOWN = {
  handlesFunds: true,
  wideDiscretion: true,
  decidesAlone: true,
  facesApplicants: false,
};

describe('derived facts', () => {
  it('count how many of their parts are true', () => {
    const own = withDerived({ ...ONE_PART_UNKNOWN, pastFinding: true }, FACTS, { pointsOfPost: 1 });
    expect(own['criteriaMet']).to.equal(4);
  });

  it('are unknown while one part is unknown, whatever was stored before', () => {
    const own = withDerived({ ...ONE_PART_UNKNOWN, criteriaMet: 5 }, FACTS, { pointsOfPost: 1 });
    expect(own).to.deep.equal(ONE_PART_UNKNOWN);
  });

  it('count the points of the post', () => {
    const facts = declaredFacts(shippedGrading('grading/post-by-count.json'));
    expect(withDerived({ holdsSeals: true }, facts, { pointsOfPost: 7 })).to.deep.equal({
      holdsSeals: true,
      pointsOfPost: 7,
    });
  });
});
