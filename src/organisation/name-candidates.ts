import { pinyin } from 'pinyin-pro';
import { nameKey } from '../language/normalise.ts';
import { editDistance } from './edit-distance.ts';

/** Something of the office that a name on a form may mean. */
export interface KnownName {
  readonly id: number;
  readonly name: string;
}

export interface NameCandidate extends KnownName {
  /** Typed alike but for width and white space, sounding alike, or a few characters apart. */
  readonly because: 'same-name' | 'pinyin' | 'typing';
  /** Characters by which the two differ. */
  readonly distance: number;
}

const MOST_CANDIDATES = 5;

/** What people leave out or swap at the end of a unit's or post's name. */
const ENDING = /(?:处室|科室|岗位|处|科|室|股|岗)$/u;

/**
 * What a unit's or post's name as written on a form may mean among the known ones: the same name, the same sound
 * (whatever the tone), the same but for its ending, or at most two typing errors, fewer in a short name. Best
 * first, never more than five, and never a choice: a person makes that.
 */
export function nameCandidates(written: string, known: readonly KnownName[]): readonly NameCandidate[] {
  const key = nameKey(written);
  if (key === '') return [];
  return known
    .flatMap((name) => rankedCandidate(key, name))
    .sort((a, b) => a.rank - b.rank || a.candidate.id - b.candidate.id)
    .slice(0, MOST_CANDIDATES)
    .map(({ candidate }) => candidate);
}

interface RankedCandidate {
  readonly candidate: NameCandidate;
  readonly rank: number;
}

/** Of equally distant names one that sounds alike is likelier meant than one that differs in its ending alone. */
const RANK = { sound: 0.25, ending: 0.5 };

function rankedCandidate(key: string, { id, name }: KnownName): readonly RankedCandidate[] {
  const knownKey = nameKey(name);
  const distance = editDistance(key, knownKey);
  const as = (because: NameCandidate['because'], rank: number): readonly RankedCandidate[] => [
    { candidate: { id, name, because, distance }, rank },
  ];
  if (distance === 0) return as('same-name', 0);
  if (stemOf(key) === stemOf(knownKey)) return as('typing', RANK.ending);
  if (soundsAlike(key, knownKey)) return as('pinyin', RANK.sound);
  if (soundsAlike(stemOf(key), stemOf(knownKey))) return as('pinyin', RANK.ending + RANK.sound);
  return distance <= toleratedErrors(key, knownKey) ? as('typing', distance) : [];
}

/** A name without its common ending; one that is nothing but an ending keeps it. */
function stemOf(key: string): string {
  const stem = key.replace(ENDING, '');
  return [...stem].length < 2 ? key : stem;
}

/** Two errors in two characters would make any name of any other. */
function toleratedErrors(key: string, knownKey: string): number {
  const length = Math.max([...key].length, [...knownKey].length);
  if (length < 3) return 0;
  return length < 5 ? 1 : 2;
}

/** Whether two words are of characters that can be read alike, one by one: 会 as huì or kuài, whatever the tone. */
function soundsAlike(a: string, b: string): boolean {
  const others = [...b];
  const characters = [...a];
  return (
    characters.length === others.length &&
    characters.every((character, index) => {
      const other = others[index] ?? '';
      if (character === other) return true;
      const readings = readingsOf(other);
      return readingsOf(character).some((reading) => readings.includes(reading));
    })
  );
}

function readingsOf(character: string): readonly string[] {
  return pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
}
