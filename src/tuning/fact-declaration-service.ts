import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { adoptDeclaredFacts } from '../risk-points/fact-adoption-service.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { definitionsAt } from '../rulebooks/fact-definition-store.ts';
import { factsInUse } from '../rulebooks/facts-in-use-store.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { deleteDefinition, isFactUsed } from './fact-use-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
}

interface Unit {
  readonly id: number;
  readonly path: string;
  readonly name: string;
}

/** Facts that a bureau adds to its catalogue by hand, before any rulebook speaks of them. */
export class FactDeclarationService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The bureau that the asker declares facts for, and those that it has. @throws OperationalError `not-found` */
  async of(reach: Reach): Promise<{ readonly unit: Unit; readonly known: readonly DeclaredFact[] }> {
    const { campaigns, rulebooks, database } = this.#parts;
    const { bureau: unit } = await campaigns.inView(reach, undefined);
    if (!reaches(reach, unit.path)) throw noBureau();
    const { body } = await rulebooks.inForce('grading', unit.path);
    return { unit, known: await factsInUse(database.read, unit.path, body) };
  }

  /** What a unit added to the catalogue, and units above it: rules may come to speak of it. */
  async added(unitPath: string): Promise<readonly DeclaredFact[]> {
    return (await definitionsAt(this.#parts.database.read, unitPath)).map(({ fact }) => fact);
  }

  /** @throws OperationalError `conflict` when a fact of that name was declared meanwhile */
  async declare(fact: DeclaredFact, reach: Reach, actor: Actor): Promise<void> {
    const { unit } = await this.of(reach);
    const { database, rulebooks, clock } = this.#parts;
    await database.transaction(async (transaction) => {
      const { body } = await rulebooks.inForce('grading', unit.path, transaction);
      const known = await factsInUse(transaction, unit.path, body);
      if (known.some(({ name }) => name === fact.name)) {
        throw new OperationalError('conflict', 'fact-known', (text) => text.facts.declare.known(fact.name));
      }
      await adoptDeclaredFacts(
        transaction,
        unit,
        { ...body, facts: [fact] },
        {
          name: actor.name,
          at: clock.now(),
        },
      );
      await this.#record(transaction, actor, unit, 'facts.declared', fact);
    });
  }

  /**
   * Takes a fact out of the catalogue while nothing speaks of it.
   * @throws OperationalError `not-found` when the bureau added no such fact; `conflict` when it is used
   */
  async withdraw(name: string, reach: Reach, actor: Actor): Promise<void> {
    const { unit } = await this.of(reach);
    const { database, rulebooks } = this.#parts;
    await database.transaction(async (transaction) => {
      const { body } = await rulebooks.inForce('grading', unit.path, transaction);
      const isDeclared = body.facts?.some((fact) => fact.name === name) === true;
      if (isDeclared || (await isFactUsed(transaction, name, unit.path))) {
        throw new OperationalError('conflict', 'fact-used', (text) => text.facts.declare.used(name));
      }
      const own = await definitionsAt(transaction, unit.path);
      const found = own.find(({ fact, unitId }) => fact.name === name && unitId === unit.id);
      if (found === undefined || !(await deleteDefinition(transaction, unit, name))) throw noFact();
      await this.#record(transaction, actor, unit, 'facts.withdrawn', found.fact);
    });
  }

  /** The facts that a bureau may withdraw now, by name. */
  async withdrawable(reach: Reach): Promise<readonly string[]> {
    const { read } = this.#parts.database;
    const { unit } = await this.of(reach);
    const { body } = await this.#parts.rulebooks.inForce('grading', unit.path);
    const names: string[] = [];
    for (const { fact, unitId } of await definitionsAt(read, unit.path)) {
      const isDeclared = body.facts?.some(({ name }) => name === fact.name) === true;
      if (unitId !== unit.id || isDeclared) continue;
      if (!(await isFactUsed(read, fact.name, unit.path))) names.push(fact.name);
    }
    return names;
  }

  #record(
    transaction: Transaction,
    actor: Actor,
    { path: unitPath }: Unit,
    action: 'facts.declared' | 'facts.withdrawn',
    { name, type, of }: Pick<DeclaredFact, 'name' | 'type' | 'of'>,
  ): Promise<void> {
    const object = { objectType: 'fact', objectId: name, unitPath };
    return this.#parts.audit.record(transaction, actor, { action, ...object, details: { type, of } });
  }
}

function noBureau(): OperationalError {
  return new OperationalError('not-found', 'no-bureau', (text) => text.facts.declare.noBureau);
}

function noFact(): OperationalError {
  return new OperationalError('not-found', 'no-fact', (text) => text.facts.declare.noFact);
}
