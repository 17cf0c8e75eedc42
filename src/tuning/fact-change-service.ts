import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { adoptDeclaredFacts } from '../risk-points/fact-adoption-service.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { definitionsAt } from '../rulebooks/fact-definition-store.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { factUse, updateDefinition } from './fact-change-store.ts';
import type { FactDeclarationService } from './fact-declaration-service.ts';
import { factObstacles, isOnlySaid, type FactObstacle } from './fact-obstacle.ts';
import { deleteDefinition } from './fact-use-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly factDeclarations: FactDeclarationService;
}

type Bureau = Awaited<ReturnType<FactDeclarationService['of']>>;

/** Changes, in their place, the facts that a bureau declared. */
export class FactChangeService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The facts that the bureau itself declared, as they stand in its catalogue. @throws OperationalError `not-found` */
  async changeable(reach: Reach): Promise<readonly DeclaredFact[]> {
    const { unit } = await this.#parts.factDeclarations.of(reach);
    const own = await definitionsAt(this.#parts.database.read, unit.path);
    return own.filter(({ unitId }) => unitId === unit.id).map(({ fact }) => fact);
  }

  /** One of them, with the bureau and all its facts. @throws OperationalError `not-found` */
  async find(name: string, reach: Reach): Promise<Bureau & { readonly fact: DeclaredFact }> {
    const bureau = await this.#parts.factDeclarations.of(reach);
    const fact = (await this.changeable(reach)).find((one) => one.name === name);
    if (fact === undefined) throw noFact();
    return { ...bureau, fact };
  }

  /**
   * Puts a fact in the place of the one that somebody saw, unless something stands in the way, which is returned.
   * @throws OperationalError `not-found`; `conflict` when the fact was changed or withdrawn meanwhile
   */
  async change(
    seen: string,
    changed: DeclaredFact,
    reach: Reach,
    actor: Actor,
  ): Promise<readonly FactObstacle[]> {
    const { unit, fact: known } = await this.find(changed.name, reach);
    if (JSON.stringify(known) !== seen) throw changedMeanwhile();
    return this.#parts.database.transaction(async (transaction) => {
      const others = (await definitionsAt(transaction, unit.path)).map(({ fact }) => fact);
      const obstacles = factObstacles(
        known,
        changed,
        await factUse(transaction, known.name, unit.path, others),
      );
      if (obstacles.length > 0 || JSON.stringify(changed) === seen) return obstacles;
      if (!(await this.#replace(transaction, unit, known, changed, actor))) throw changedMeanwhile();
      const { type, of, name } = changed;
      await this.#parts.audit.record(transaction, actor, {
        action: 'facts.changed',
        objectType: 'fact',
        objectId: name,
        unitPath: unit.path,
        details: { type, of },
      });
      return [];
    });
  }

  async #replace(
    transaction: Transaction,
    unit: Bureau['unit'],
    known: DeclaredFact,
    changed: DeclaredFact,
    actor: Actor,
  ): Promise<boolean> {
    if (isOnlySaid(known, changed)) return updateDefinition(transaction, unit.id, known, changed);
    // Nothing speaks of it yet: it is withdrawn and declared anew, so that what is computed of it is, too.
    if (!(await deleteDefinition(transaction, unit, known.name))) return false;
    const { body } = await this.#parts.rulebooks.inForce('grading', unit.path, transaction);
    const by = { name: actor.name, at: this.#parts.clock.now() };
    await adoptDeclaredFacts(transaction, unit, { ...body, facts: [changed] }, by);
    return true;
  }
}

function noFact(): OperationalError {
  return new OperationalError('not-found', 'no-fact', (text) => text.facts.declare.noFact);
}

function changedMeanwhile(): OperationalError {
  return new OperationalError('conflict', 'fact-changed', (text) => text.facts.change.meanwhile);
}
