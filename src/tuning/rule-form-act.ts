import { EMPTY_ROW, isGroup, type FormGroup, type FormNode } from './rule-form.ts';
import { ROOT } from './rule-form-condition.ts';

const ACTS = ['add-row', 'add-group', 'remove', 'up', 'down'] as const;

/** What a button of the form does to the conditions; nothing is saved by it. */
export interface RuleAct {
  readonly kind: (typeof ACTS)[number];
  /** Positions from the outermost group down to the row or group. */
  readonly path: readonly number[];
}

export interface ActedForm {
  readonly when: FormGroup;
  /** The id of the field in which the person goes on. */
  readonly focus: string;
}

/** The act that a button posted, such as `add-row:w-0`; `null` for any other button. */
export function readAct(posted: string): RuleAct | null {
  const [, kind, key = ''] = /^([a-z-]+):w((?:-\d{1,2})*)$/u.exec(posted) ?? [];
  const known = ACTS.find((act) => act === kind);
  return known === undefined ? null : { kind: known, path: key.split('-').slice(1).map(Number) };
}

/** The conditions after a button was pressed; an act on what is not there changes nothing. */
export function act(when: FormGroup, { kind, path }: RuleAct): ActedForm {
  if (kind === 'add-row' || kind === 'add-group') return add(when, path, kind);
  const [at = 0, above] = [path.at(-1), path.slice(0, -1)];
  if (path.length === 0 || nodeAt(when, path) === null) return { when, focus: `${ROOT}-join` };
  if (kind === 'remove') {
    const rest = changed(when, above, (parts) => parts.filter((_, place) => place !== at));
    return { when: rest, focus: afterRemoval(rest, above, at) };
  }
  const to = kind === 'up' ? at - 1 : at + 1;
  if (nodeAt(when, [...above, to]) === null) return { when, focus: fieldOf(when, path) };
  const moved = changed(when, above, (parts) => swapped(parts, at, to));
  const isLast = nodeAt(moved, [...above, to + (kind === 'up' ? -1 : 1)]) === null;
  const again = isLast ? opposite(kind) : kind;
  return { when: moved, focus: `${keyOf([...above, to])}-${again}` };
}

function opposite(kind: 'up' | 'down'): 'up' | 'down' {
  return kind === 'up' ? 'down' : 'up';
}

function add(when: FormGroup, path: readonly number[], kind: 'add-row' | 'add-group'): ActedForm {
  const group = nodeAt(when, path);
  if (group === null || !isGroup(group)) return { when, focus: `${ROOT}-join` };
  const part: FormNode = kind === 'add-row' ? EMPTY_ROW : { join: 'any', parts: [EMPTY_ROW, EMPTY_ROW] };
  const added = changed(when, path, (parts) => [...parts, part]);
  return { when: added, focus: fieldOf(added, [...path, group.parts.length]) };
}

/** The part that took the place of the removed one, else the one before it, else where one is added. */
function afterRemoval(when: FormGroup, above: readonly number[], at: number): string {
  const next = [at, at - 1].find((place) => nodeAt(when, [...above, place]) !== null);
  return next === undefined ? `${keyOf(above)}-add-row` : fieldOf(when, [...above, next]);
}

function fieldOf(when: FormGroup, path: readonly number[]): string {
  const node = nodeAt(when, path);
  return `${keyOf(path)}-${node === null || isGroup(node) ? 'join' : 'fact'}`;
}

/** The key under which the form posts the row or group at that place. */
function keyOf(path: readonly number[]): string {
  return [ROOT, ...path].join('-');
}

function nodeAt(node: FormNode, [first, ...rest]: readonly number[]): FormNode | null {
  if (first === undefined) return node;
  const part = isGroup(node) ? node.parts[first] : undefined;
  return part === undefined ? null : nodeAt(part, rest);
}

function changed(
  group: FormGroup,
  [first, ...rest]: readonly number[],
  change: (parts: readonly FormNode[]) => readonly FormNode[],
): FormGroup {
  if (first === undefined) return { ...group, parts: change(group.parts) };
  const parts = group.parts.map((part, at) =>
    at === first && isGroup(part) ? changed(part, rest, change) : part,
  );
  return { ...group, parts };
}

function swapped(parts: readonly FormNode[], from: number, to: number): readonly FormNode[] {
  const place = (at: number): number => (at === from ? to : at === to ? from : at);
  return parts.flatMap((part, at) => parts[place(at)] ?? part);
}
