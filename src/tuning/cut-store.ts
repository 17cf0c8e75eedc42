import type { Knex } from 'knex';
import { jsonArrayOf } from '../platform/json-dialect.ts';
import type { Queryable } from '../platform/database.ts';
import { HOLDER, pointsOfHolders } from '../risk-points/point-of-post-store.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { CutFact } from './case-part.ts';

/** SQL with the values it binds. */
interface Expression {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
}

/**
 * One text for each combination of the cut facts' values of a point: a JSON array in their order, numbers by their
 * class, unknown as null. Wants `withCutFacts` on the same query.
 */
export function cutOfPoint(from: Queryable, facts: readonly CutFact[]): Expression {
  const values = facts.map((fact, index) => classExpression(fact, valueExpression(fact, index)));
  return {
    sql: jsonArrayOf(
      from,
      values.map(({ sql }) => sql),
    ),
    bindings: values.flatMap(({ bindings }) => bindings),
  };
}

/** Joins to points what the cut facts are read from. */
export function withCutFacts(
  from: Queryable,
  query: Knex.QueryBuilder,
  facts: readonly CutFact[],
  campaignIds: readonly number[],
): Knex.QueryBuilder {
  facts.forEach(({ declared }, index) => {
    if (declared === null) return;
    if (declared.derived !== undefined && 'countPoints' in declared.derived) {
      joinPointsOfPost(from, query, alias(index, 0), campaignIds);
    } else {
      namesRead(declared).forEach((name, part) => {
        joinFact(query, alias(index, part), name, kindOf(declared));
      });
    }
  });
  return query;
}

function alias(index: number, part: number): string {
  return `own_${String(index)}_${String(part)}`;
}

/** The stored facts that a fact is made of: itself, unless it is derived. */
function namesRead({ name, derived }: DeclaredFact): readonly string[] {
  return derived !== undefined && 'countTrue' in derived ? derived.countTrue : [name];
}

function kindOf({ type, derived }: DeclaredFact): 'number' | 'truth' | 'text' {
  if (derived !== undefined && 'countTrue' in derived) return 'truth';
  return ({ number: 'number', boolean: 'truth', choice: 'text' } as const)[type];
}

function joinFact(query: Knex.QueryBuilder, name: string, fact: string, kind: string): void {
  void query.leftJoin({ [name]: 'risk_point_fact' }, (join) => {
    join
      .on(`${name}.risk_point_id`, 'risk_point_state.risk_point_id')
      .andOnVal(`${name}.fact`, fact)
      .andOnVal(`${name}.kind`, kind);
  });
}

function joinPointsOfPost(
  from: Queryable,
  query: Knex.QueryBuilder,
  name: string,
  campaignIds: readonly number[],
): void {
  void query.leftJoin(pointsOfHolders(from, campaignIds).as(name), (join) => {
    join.on(`${name}.holder`, from.raw(HOLDER)).andOn(`${name}.campaign_id`, 'risk_point_state.campaign_id');
  });
}

function valueExpression({ declared }: CutFact, index: number): string {
  if (declared === null) return 'risk_point_state.measure_count';
  const { derived } = declared;
  if (derived === undefined || 'countPoints' in derived) {
    return `${alias(index, 0)}.${declared.type === 'choice' ? 'text' : 'number'}`;
  }
  return derived.countTrue.map((_, part) => `${alias(index, part)}.number`).join(' + ');
}

// A comparison with null is not true, so that an unknown number has to be asked for first.
function classExpression({ cuts }: CutFact, value: string): Expression {
  if (cuts === 'whole') return { sql: value, bindings: [] };
  const steps = cuts.map((_, index) => `when ${value} < ? then ${String(index)}`).join(' ');
  return {
    sql: `case when ${value} is null then null ${steps} else ${String(cuts.length)} end`,
    bindings: cuts,
  };
}
