import { expect } from 'chai';
import fc from 'fast-check';
import { outlineOf } from '../../src/rulebooks/json-outline.ts';

function hasSyntaxFault(text: string): boolean {
  return outlineOf(text).faults.some(({ fault }) => fault === 'syntax');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const mangled = fc
  .tuple(
    fc.json({ maxDepth: 5 }),
    fc.nat(),
    fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '0',
      'a',
      '\n',
      '\u3000',
      '\u00a0',
      '\ufeff',
      '\u2028',
    ),
  )
  .map(([json, position, inserted]) => {
    const at = position % (json.length + 1);
    return json.slice(0, at) + inserted + json.slice(at + 1);
  });

describe('the outline of a JSON text', () => {
  it('agrees with JSON.parse on what is JSON', () => {
    fc.assert(
      fc.property(fc.oneof(mangled, fc.json({ maxDepth: 5 }), fc.string()), (text) => {
        expect(hasSyntaxFault(text)).to.equal(!isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows the line of each value', () => {
    const text = '{\n  "a": [1,\n    {"b/c~d": true}],\n\n  "e": "x\\ny"\n}';
    expect(Object.fromEntries(outlineOf(text).lines)).to.deep.equal({
      '': 1,
      '/a': 2,
      '/a/0': 2,
      '/a/1': 3,
      '/a/1/b~1c~0d': 3,
      '/e': 5,
    });
  });

  it('finds a key that is given twice, of which JSON.parse would take the last', () => {
    const text = '{"cells": [{"grade": 1,\n "rules": [],\n "gra\\u0064e": 3}]}';
    expect(outlineOf(text).faults).to.deep.equal([
      { fault: 'duplicate-key', path: '/cells/0/grade', line: 3 },
    ]);
  });

  const SYNTAX: readonly [string, string, number][] = [
    ['a comma too many', '{\n "a": 1,\n}', 3],
    ['a comma missing', '{\n "a": 1\n "b": 2}', 3],
    ['a bracket not closed', '{\n "a": [1,\n 2', 3],
    ['a quotation mark not closed', '{\n "a": "x,\n "b": 1}', 2],
    ['something after the end', '{}\n{}', 2],
    ['full-width punctuation', '{\n "a"： 1}', 2],
    ['nothing', '', 1],
  ];

  for (const [title, text, line] of SYNTAX) {
    it(`names the line of ${title}`, () => {
      expect(outlineOf(text).faults.map((fault) => [fault.fault, fault.line])).to.deep.equal([
        ['syntax', line],
      ]);
    });
  }

  it('stops at nesting without end', () => {
    const faults = outlineOf('{"not":'.repeat(100_000)).faults;
    expect(faults.map(({ fault }) => fault)).to.deep.equal(['too-deep']);
  });
});
