import type { Texts } from '../language/texts.ts';
import type { FactWords } from '../risk-points/fact-words-page.ts';
import type { AuditEntry } from './audit-entry.ts';

type Detail = AuditEntry['details'][string];
type Known = NonNullable<Detail>;

const HASH_SHOWN = 12;
const ARE_GRADES: readonly string[] = ['proposed', 'before', 'after'];

/**
 * What an entry tells besides action and object, in words: steps of a scale and a bureau's own facts as the
 * rulebook in force names them.
 */
export function detailsOf({ action, details }: AuditEntry, facts: FactWords, text: Texts): string {
  const said = Object.entries(details).map(([name, value]) => {
    if (action === 'facts.set') return ownFact(name, value, facts, text);
    return text.audit.detail(name, detailValue(name, value, facts, text));
  });
  return said.length === 0 ? text.audit.noDetails : text.formats.list(said);
}

/** A digest by its beginning, which is enough to tell it from others; anything else as it is. */
export function shortened(value: string): string {
  return /^[0-9a-f]{64}$/u.test(value) ? value.slice(0, HASH_SHOWN) : value;
}

function ownFact(fact: string, value: Detail, facts: FactWords, text: Texts): string {
  return text.audit.detail(facts.name(fact, text), factValue(fact, value, facts, text));
}

function detailValue(name: string, value: Detail, facts: FactWords, text: Texts): string {
  if (name === 'probability' || name === 'harm') return factValue(name, value, facts, text);
  if (ARE_GRADES.includes(name) && (value === null || isGrade(value))) {
    return value === null ? text.terms.unassessed : text.terms.grades[value];
  }
  if (name === 'roles') return rolesOf(String(value), text);
  if (value === null) return text.audit.noDetails;
  if (typeof value === 'boolean') return value ? text.audit.yes : text.audit.no;
  return text.audit.detailValue(shortened(String(value)));
}

function factValue(fact: string, value: Detail, facts: FactWords, text: Texts): string {
  return value === null ? text.assessment.unknown : facts.value(fact, value, text);
}

function isGrade(value: Known): value is 1 | 2 | 3 {
  return value === 1 || value === 2 || value === 3;
}

/** Roles as an entry names them, `role@unit` with spaces between, in words. */
function rolesOf(value: string, { audit, formats }: Texts): string {
  const held = value.split(' ').map((role) => role.split('@'));
  return formats.list(held.map(([role = '', unit = '']) => audit.roleAt(role, unit)));
}
