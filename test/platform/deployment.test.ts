import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { readConfig } from '../../src/config.ts';
import { UPLOAD_LIMITS } from '../../src/web/upload-limits.ts';
import { runCommand } from '../support/command.ts';

const FOLDER = fileURLToPath(new URL('../../data/deploy', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../src/config.ts', import.meta.url));
const NAMES = readdirSync(FOLDER);
const UNITS = NAMES.filter((name) => name.endsWith('.service'));

function textOf(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

function isInstalled(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words).status === 0;
}

describe('the files for running it on several machines', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  function verdictOf(
    program: string,
    words: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): string {
    const { status, stderr } = spawnSync(program, words, { env: { ...process.env, ...env } });
    return status === 0 ? 'sound' : stderr.toString();
  }

  it('name settings that there are', () => {
    const known = readFileSync(CONFIG, 'utf8');
    // How many addresses compose.yaml itself takes.
    const ofCompose = new Set(['QINGLIAN_PUBLIC_PORT']);
    for (const name of NAMES) {
      for (const [setting] of textOf(name).matchAll(/\bQINGLIAN_[A-Z_]*[A-Z]/gu))
        if (!ofCompose.has(setting)) expect(known, `${setting} in ${name}`).to.include(`'${setting}'`);
    }
  });

  it('name commands and options that there are', async () => {
    const [compose, docker] = [textOf('compose.yaml'), textOf('Dockerfile')];
    const called = [
      ...[...compose.matchAll(/command: \[([^\]]*)\]/gu)].map(([, words = '']) => words.split(', ')),
      ...[...docker.matchAll(/^CMD \[([^\]]*)\]$/gmu)].map(([, words = '']) =>
        words.replaceAll('"', '').split(', '),
      ),
      ...UNITS.map((name) => (/qinglian\.mjs (.*)/u.exec(textOf(name))?.[1] ?? '').split(' ')),
    ];
    const helps = new Map<string, string>();
    for (const [command = '', ...options] of called) {
      if (!helps.has(command)) helps.set(command, (await runCommand(command, '--help')).output);
      for (const option of ['Usage: qinglian', command, ...options])
        expect(helps.get(command)).to.include(option);
    }
    expect([...helps.keys()].sort()).to.deep.equal(['migrate', 'serve', 'work']);
  });

  it('leave the program time to stop, and let as much in as it takes', () => {
    const { stopSeconds } = readConfig({});
    const compose = /stop_grace_period: (\d+)s/u.exec(textOf('compose.yaml'))?.[1];
    const units = UNITS.map((name) => /TimeoutStopSec=(\d+)/u.exec(textOf(name))?.[1]);
    for (const seconds of [compose, ...units]) expect(Number(seconds)).to.be.greaterThan(stopSeconds);
    const megabytes = Number(/client_max_body_size (\d+)m/u.exec(textOf('nginx.conf'))?.[1]);
    expect(megabytes * 1024 * 1024).to.be.greaterThan(UPLOAD_LIMITS.totalBytes);
  });

  it('let the program work as a role from which PostgreSQL hides rows, the only one that it is told of', () => {
    const compose = textOf('compose.yaml');
    expect(compose)
      .to.include('ordinary-role.sh:/docker-entrypoint-initdb.d/')
      .and.not.include('POSTGRES_USER');
    const role = /postgres:\/\/(\w+):/u.exec(compose)?.[1] ?? '';
    expect(textOf('ordinary-role.sh')).to.include(`create role ${role} login`).and.include(`owner ${role}`);
  });

  it('are sound YAML', async () => {
    const text = textOf('compose.yaml');
    expect(await format(text, { parser: 'yaml', singleQuote: true })).to.equal(text);
  });

  it('are sound to systemd', function () {
    if (!isInstalled('systemd-analyze', '--version')) this.skip();
    const units = UNITS.map((name) => {
      const unit = textOf(name).replace('/usr/bin/node', process.execPath);
      writeFileSync(join(folder, name), unit);
      return join(folder, name);
    });
    expect(verdictOf('systemd-analyze', ['verify', ...units])).to.equal('sound');
  });

  it('are sound to nginx', function () {
    if (!isInstalled('nginx', '-v')) this.skip();
    // The names of the machines are known only where they run.
    writeFileSync(join(folder, 'site.conf'), textOf('nginx.conf').replaceAll(/app-\d:/gu, '127.0.0.1:'));
    const whole = `pid ${folder}/pid; events {} http { access_log off; include ${folder}/site.conf; }`;
    writeFileSync(join(folder, 'nginx.conf'), whole);
    expect(verdictOf('nginx', ['-t', '-e', 'stderr', '-c', join(folder, 'nginx.conf')])).to.equal('sound');
  });

  it('are sound to Docker', function () {
    if (!isInstalled('docker', 'compose', 'version')) this.skip();
    const secrets = { POSTGRES_PASSWORD: 'x', QINGLIAN_SESSION_SECRET: 'x' };
    const words = ['compose', '--file', join(FOLDER, 'compose.yaml'), 'config', '--quiet'];
    expect(verdictOf('docker', words, secrets)).to.equal('sound');
  });
});
