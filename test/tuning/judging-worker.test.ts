import { expect } from 'chai';
import { caseOf, type CaseFacts } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { ALL_TEXTS } from '../../src/language/languages.ts';
import { createLog } from '../../src/platform/log.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import { rememberingJudge } from '../../src/tuning/judge-cases-service.ts';
import { JudgingWorker } from '../../src/tuning/judging-worker-service.ts';
import { brokenNotice } from '../support/broken-rulebook.ts';
import { aPoint } from '../support/grading-builder.ts';
import {
  fiveByFiveRulebook,
  noticeRulebook,
  shippedPaths,
  shippedText,
} from '../support/shipped-rulebooks.ts';

const NOTHING_HERE = { cases: 0, text: 0 };
const ON_FILE = { scales: new Map([['notice-2021-harm', ['limited', 'serious']]]), facts: [] };

describe('the judging worker', () => {
  let warnings: string[] = [];
  let worker: JudgingWorker;

  beforeEach(() => {
    warnings = [];
    worker = new JudgingWorker(
      createLog('warn', { write: (line) => void warnings.push(line) }),
      NOTHING_HERE,
    );
  });
  afterEach(() => worker.close());

  it('gives more cases than it takes at once the verdicts that judging them here gives', async () => {
    for (const rulebook of [noticeRulebook(), fiveByFiveRulebook(), noticeRulebook()]) {
      const cases = manyCases(12_000);
      expect(await worker.judge(rulebook, cases)).to.deep.equal(await rememberingJudge()(rulebook, cases));
    }
    expect(warnings).to.deep.equal([]);
  });

  it('finds in rulebooks what checking them here finds, in either language', async () => {
    const texts = [
      ...shippedPaths().map(shippedText),
      brokenNotice(({ base }) => base.cells.pop()),
      'no JSON',
    ];
    for (const [, words] of ALL_TEXTS) {
      for (const text of texts) {
        const here = await checkRulebook(text, gradingCheck, words, ON_FILE);
        expect(await worker.check(text, words, ON_FILE)).to.deep.equal(here);
      }
    }
    expect(warnings).to.deep.equal([]);
  });

  it('answers also those who wait when its thread ends, and begins anew', async () => {
    const cases = manyCases(9_000);
    const expected = await rememberingJudge()(noticeRulebook(), cases);
    const waiting = [worker.judge(noticeRulebook(), cases), worker.judge(noticeRulebook(), cases)];
    await worker.close();
    for (const verdicts of await Promise.all(waiting)) expect(verdicts).to.deep.equal(expected);
    expect(warnings.join('')).to.include('judging thread gave no answer');
    warnings = [];
    expect(await worker.judge(noticeRulebook(), cases)).to.deep.equal(expected);
    expect(warnings).to.deep.equal([]);
  });

  it('says why it cannot judge as judging here does', async () => {
    const cut = cutsOf(noticeRulebook());
    const nonsense = { ...noticeRulebook(), adjustments: [] as never, scales: {} as never };
    const cases = [caseOf(aPoint({ probability: 'high', harm: 'limited' }), cut)];
    const failureOf = (judging: Promise<unknown>) =>
      judging.then(
        () => 'judged',
        (failure: unknown) => String(failure),
      );
    const here = await failureOf(rememberingJudge()(nonsense, cases));
    expect(here).to.include('Error');
    expect(await failureOf(worker.judge(nonsense, cases))).to.equal(here);
  });

  it('leaves what nobody wants any more, and does what was asked beside it', async () => {
    const cases = manyCases(9_000);
    const controller = new AbortController();
    const dropped = worker.judge(fiveByFiveRulebook(), cases, controller.signal);
    const wanted = worker.judge(noticeRulebook(), cases);
    const reason = new Error('changed again');
    controller.abort(reason);
    expect(await dropped.catch((failure: unknown) => failure)).to.equal(reason);
    expect(await wanted).to.have.lengthOf(cases.length);
    expect(await worker.judge(fiveByFiveRulebook(), [], controller.signal)).to.deep.equal([]);
    expect(warnings).to.deep.equal([]);
  });
});

function manyCases(count: number): readonly CaseFacts[] {
  const probabilities = ['high', 'medium', 'small', null];
  const harms = ['serious', 'fairly-serious', 'limited', null];
  const schemes = [cutsOf(noticeRulebook()), cutsOf(fiveByFiveRulebook())];
  const measureCount = [...new Set(schemes.flatMap((scheme) => scheme.measureCount))].sort((a, b) => a - b);
  return Array.from({ length: count }, (_, index) => {
    const point = aPoint({
      probability: probabilities[index % 4] ?? null,
      harm: harms[Math.floor(index / 4) % 4] ?? null,
      domain: KEY_DOMAINS[index % KEY_DOMAINS.length] ?? null,
      measureCount: index % 7,
    });
    return caseOf(point, { own: {}, measureCount });
  });
}
