import { powerKey } from '../../coverage/power-change.ts';
import type { PlacedPower } from '../../coverage/power.ts';
import { nameKey } from '../../language/normalise.ts';
import type { Texts } from '../../language/texts.ts';
import type { Words } from '../../language/words.ts';
import type { KeyDomain } from '../../organisation/key-domain.ts';
import { nameCandidates } from '../../organisation/name-candidates.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import type { Post } from '../../organisation/post.ts';
import { readDomains } from '../recognition/value-words.ts';
import type { PowerField, PowerFinding, PowerRow } from './power-row.ts';

/** Whom and what a list may name. */
export interface PowerScene {
  readonly units: readonly OrgUnit[];
  readonly posts: readonly Post[];
}

export interface ResolvedPowers {
  /** Domains are those that the list names; the rules suggest the others later. */
  readonly powers: readonly PlacedPower[];
  readonly findings: readonly PowerFinding[];
}

/** Finds the units, posts and domains that rows name. A row with a finding gives no power. */
export function resolvePowers(rows: readonly PowerRow[], scene: PowerScene): ResolvedPowers {
  const powers: PlacedPower[] = [];
  const findings: PowerFinding[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const found = resolvedRow(row, index + 1, scene);
    if (!('name' in found)) findings.push(...found);
    else if (seen.has(powerKey(found))) {
      findings.push(findingAt(row, 'name', 'power-twice', (text) => text.powers.findings.twice(found.name)));
    } else {
      seen.add(powerKey(found));
      powers.push(found);
    }
  }
  return { powers, findings };
}

function resolvedRow(
  row: PowerRow,
  position: number,
  scene: PowerScene,
): PlacedPower | readonly PowerFinding[] {
  const { number, name, kind, basis } = row.values;
  const unit = unitOf(row, scene);
  const post = unit === null || 'code' in unit ? null : postOf(row, unit, scene);
  const domain = domainOf(row);
  const missing =
    name === undefined
      ? [findingAt(row, 'name', 'power-no-name', (text) => text.powers.findings.noName())]
      : [];
  const wrong = [unit, post, domain].filter(
    (found): found is PowerFinding => found !== null && typeof found === 'object' && 'code' in found,
  );
  if (name === undefined || unit === null || 'code' in unit || wrong.length > 0)
    return [...missing, ...wrong];
  return {
    unitId: unit.id,
    postId: post !== null && 'id' in post ? post.id : null,
    number: number?.text ?? null,
    name: name.text,
    kind: kind?.text ?? null,
    basis: basis?.text ?? null,
    domain: typeof domain === 'string' ? domain : null,
    domainEvidence: null,
    position,
    sheet: row.position.sheet ?? null,
    row: row.position.row ?? position,
  };
}

function unitOf(row: PowerRow, { units }: PowerScene): OrgUnit | PowerFinding | null {
  const written = row.values.unit?.text;
  if (written === undefined) {
    return findingAt(row, 'unit', 'power-no-unit', (text) => text.powers.findings.noUnit());
  }
  const unit = units.find((known) => nameKey(known.name) === nameKey(written));
  if (unit !== undefined) return unit;
  const alike = nameCandidates(written, units).map((candidate) => candidate.name);
  return findingAt(row, 'unit', 'power-unknown-unit', (text) =>
    text.powers.findings.unknownUnit(written, alike),
  );
}

function postOf(row: PowerRow, unit: OrgUnit, { posts }: PowerScene): Post | PowerFinding | null {
  const written = row.values.post?.text;
  if (written === undefined) return null;
  const own = posts.filter(({ unitId }) => unitId === unit.id);
  const post = own.find((known) => nameKey(known.name) === nameKey(written));
  if (post !== undefined) return post;
  const alike = nameCandidates(written, own).map((candidate) => candidate.name);
  return findingAt(row, 'post', 'power-unknown-post', (text) =>
    text.powers.findings.unknownPost(written, unit.name, alike),
  );
}

function domainOf(row: PowerRow): KeyDomain | PowerFinding | null {
  const written = row.values.domain?.text;
  if (written === undefined) return null;
  const { domains, unknown } = readDomains(written);
  const [only, ...more] = domains;
  if (unknown.length === 0 && more.length === 0) return only ?? null;
  return findingAt(row, 'domain', 'power-unknown-domain', (text) =>
    text.powers.findings.unknownDomain(written),
  );
}

function findingAt(
  row: PowerRow,
  field: PowerField,
  code: string,
  say: (text: Texts) => Words,
): PowerFinding {
  const value = row.values[field];
  return { code, position: value?.position ?? row.position, value: value?.text ?? null, say };
}
