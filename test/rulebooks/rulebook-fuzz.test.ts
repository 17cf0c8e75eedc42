import { expect } from 'chai';
import fc from 'fast-check';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import { shippedPaths, shippedText } from '../support/shipped-rulebooks.ts';

/** A thousand each time; as many as `RULE_DOCUMENTS` says when somebody asks for more, in parts by `RULE_SEED`. */
const COUNT = Number(process.env['RULE_DOCUMENTS'] ?? 1000);
const SEED = process.env['RULE_SEED'];
const RUNS = { numRuns: COUNT, ...(SEED === undefined ? {} : { seed: Number(SEED) }) };

/** A long run says how far it is, so that one that has to be ended has said something too. */
const SAID_EVERY = 5000;

/** Longer than any check of a small rulebook takes. */
const BUDGET = 5000;

/** A machine may let a process wait for seconds, but a slow document is slow every time. */
const MOST_TIMES = 3;

/** So many of the slowest documents are shown by a long run. */
const SHOWN = 3;

type Json = Record<string, unknown>;

const hostileValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>('$.harm', '(a+)+$', '__proto__', 'constructor', 1e308, -1, 'serious', 'harm'),
  fc.constant({ fact: 'harm', operator: 'equal', value: 'serious', path: '$.x' }),
  fc.constant({ fact: 'harm', operator: 'regex', value: '(a+)+$' }),
  fc.constant({ fact: '__proto__', operator: 'equal', value: 1 }),
  fc.constant({ not: { all: [{ fact: 'harm', operator: 'isKnown' }] } }),
);
const hostileKey = fc.constantFrom('path', '__proto__', 'constructor', 'when', 'value', 'script', 'fact');

/** A shipped rulebook with one value, somewhere in it, replaced or put beside the others. */
const mutated = fc
  .tuple(
    fc.constantFrom(...shippedPaths()),
    fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
    hostileValue,
    fc.option(hostileKey),
  )
  .map(([path, turns, value, added]) => {
    const document = JSON.parse(shippedText(path)) as Json;
    let place: Json = document;
    let last = Object.keys(place)[0] ?? '';
    for (const turn of turns) {
      const keys = Object.keys(place);
      last = keys[turn % Math.max(1, keys.length)] ?? last;
      const next = place[last];
      if (typeof next !== 'object' || next === null) break;
      place = next as Json;
    }
    const key = added ?? last;
    // As JSON.parse does: `__proto__` becomes a key like any other.
    Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
    return JSON.stringify(document);
  });

interface Timed {
  readonly text: string;
  /** Milliseconds. */
  readonly taken: number;
}

async function timedCheck(text: string): Promise<Timed> {
  const started = performance.now();
  const { findings } = await checkRulebook(text, gradingCheck);
  const taken = performance.now() - started;
  expect(findings.filter(({ message, fix }) => message === '' || fix === '')).to.deep.equal([]);
  return { text, taken };
}

describe('any rule document', () => {
  it('is refused with a place and a remedy, or judged within the budget', async () => {
    let judged = 0;
    let slowest: readonly Timed[] = [];
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        let timed = await timedCheck(text);
        for (let time = 1; timed.taken >= BUDGET && time < MOST_TIMES; time += 1)
          timed = await timedCheck(text);
        expect(timed.taken).to.be.lessThan(BUDGET);
        judged += 1;
        slowest = [...slowest, timed].sort((one, other) => other.taken - one.taken).slice(0, SHOWN);
        if (judged % SAID_EVERY === 0) say(judged, slowest);
      }),
      RUNS,
    );
    if (judged >= SAID_EVERY) for (const { text } of slowest) process.stderr.write(`${text}\n`);
  }).timeout(Math.max(120_000, COUNT * 100));
});

function say(judged: number, slowest: readonly Timed[]): void {
  const times = slowest.map(({ taken }) => `${taken.toFixed(0)} ms`).join(', ');
  process.stderr.write(`${String(judged)} documents, the slowest took ${times}\n`);
}
