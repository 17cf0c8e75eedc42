import { expect } from 'chai';
import fc from 'fast-check';
import type { AuditEntry, AuditVerification } from '../../src/audit/audit-entry.ts';
import { CHAIN_START, ChainWalk, hashOf } from '../../src/audit/hash-chain.ts';

function chainOf(length: number): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const unhashed = {
      sequence,
      at: '2021-04-22T01:02:03.000Z',
      actorAccountId: 7,
      actor: 'bangongshi',
      action: 'form.filed',
      objectType: 'form',
      objectId: String(sequence),
      unitPath: '/1/4/',
      details: { version: 1 },
      previousHash: entries.at(-1)?.hash ?? CHAIN_START,
    };
    entries.push({ ...unhashed, hash: hashOf(unhashed) });
  }
  return entries;
}

function verified(
  entries: readonly AuditEntry[],
  checkpoint: { sequence: number; hash: string } | null = null,
): AuditVerification {
  const walk = new ChainWalk(checkpoint);
  for (const entry of entries) walk.take(entry);
  return walk.result();
}

const CHAIN = chainOf(6);

describe('the audit chain', () => {
  it('is whole as it was written', () => {
    expect(verified(CHAIN)).to.include({ entries: 6, ok: true, firstBad: null });
  });

  it('is whole when nothing was written yet', () => {
    expect(verified([])).to.deep.equal({ entries: 0, ok: true, firstBad: null, head: null });
  });

  const changes: Readonly<Record<string, (entry: AuditEntry) => AuditEntry>> = {
    instant: (entry) => ({ ...entry, at: '2021-04-23T00:00:00.000Z' }),
    account: (entry) => ({ ...entry, actorAccountId: 8 }),
    actor: (entry) => ({ ...entry, actor: 'somebody' }),
    action: (entry) => ({ ...entry, action: 'form.replaced' }),
    object: (entry) => ({ ...entry, objectId: '99' }),
    unit: (entry) => ({ ...entry, unitPath: '/' }),
    details: (entry) => ({ ...entry, details: { version: 2 } }),
    hash: (entry) => ({ ...entry, hash: entry.previousHash }),
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`shows where the ${what} of an entry was changed`, () => {
      const tampered = CHAIN.map((entry) => (entry.sequence === 3 ? change(entry) : entry));
      expect(verified(tampered)).to.include({ ok: false, firstBad: 3 });
    });
  }

  it('shows an entry rewritten together with its hash, by the next one', () => {
    const rewritten = CHAIN.map((entry) => {
      if (entry.sequence !== 3) return entry;
      const changed = { ...entry, actor: 'somebody' };
      return { ...changed, hash: hashOf(changed) };
    });
    expect(verified(rewritten)).to.include({ ok: false, firstBad: 4 });
  });

  it('shows that entries were left out, put in or swapped', () => {
    const anywhere = fc.integer({ min: 0, max: CHAIN.length - 2 });
    fc.assert(
      fc.property(anywhere, (index) => {
        const without = CHAIN.filter((_, position) => position !== index);
        const doubled = CHAIN.flatMap((entry, position) => (position === index ? [entry, entry] : [entry]));
        const swapped = CHAIN.map((entry, position) =>
          position === index
            ? (CHAIN[index + 1] ?? entry)
            : position === index + 1
              ? (CHAIN[index] ?? entry)
              : entry,
        );
        for (const tampered of [without, doubled, swapped]) expect(verified(tampered).ok).to.equal(false);
      }),
    );
  });

  it('shows by an earlier checkpoint that the end was cut off', () => {
    const { head } = verified(CHAIN);
    expect(verified(CHAIN.slice(0, 4), head)).to.include({ ok: false, firstBad: 5 });
  });

  it('shows by an earlier checkpoint that a whole other chain was put in its place', () => {
    const { head } = verified(CHAIN);
    const other = chainOf(8).map((entry) => ({ ...entry }));
    expect(verified(other, head).ok).to.equal(true);
    const forged = { sequence: 6, hash: 'f'.repeat(64) };
    expect(verified(other, forged)).to.include({ ok: false, firstBad: 6 });
  });
});
