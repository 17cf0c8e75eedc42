import { expect } from 'chai';
import { localPath } from '../../src/web/local-path.ts';

const OURS = [
  ['/', '/'],
  ['/points', '/points'],
  ['/points?grade=1&page=2', '/points?grade=1&page=2'],
  ['/points?unit=%E5%8A%9E', '/points?unit=%E5%8A%9E'],
  ['/points/12#top', '/points/12'],
  ['/a/../points', '/points'],
  ['/points?next=//other.example', '/points?next=//other.example'],
] as const;

const NOT_OURS = [
  undefined,
  '',
  'points',
  '//other.example',
  '///other.example',
  '/\\other.example',
  '\\\\other.example',
  '/\t/other.example',
  '/\n/other.example',
  ' /points',
  '/..//other.example',
  '/.//other.example',
  'http://other.example',
  'https:other.example',
  'http:///other.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/\u0000points',
  '/风险点',
  `/${'a'.repeat(600)}`,
] as const;

describe('where to go after signing in', () => {
  for (const [given, path] of OURS) {
    it(`takes ${given}`, () => {
      expect(localPath(given)).to.equal(path);
    });
  }

  for (const given of NOT_OURS) {
    it(`refuses ${given === undefined ? 'nothing' : JSON.stringify(given).slice(0, 40)}`, () => {
      expect(localPath(given)).to.equal(null);
    });
  }
});
