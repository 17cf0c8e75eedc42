import { expect } from 'chai';
import type { Response } from 'supertest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertUnit } from '../../src/organisation/organisation-store.ts';
import { runCommand } from '../support/command.ts';
import { signedInAgent, testApp, tokenIn, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const HEADER = '序号,事项名称,实施处室';
const OF_TWO = [HEADER, '1,外贸扶持资金分配,对外贸易处', '2,展会组织,市场秩序处'].join('\n');
const OF_ONE = [HEADER, '1,外贸展会审核,对外贸易处'].join('\n');

describe('what a list of powers replaces', () => {
  let running: TestApp;
  let folder: string;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  });
  afterEach(async () => {
    await running.end();
    rmSync(folder, { recursive: true });
  });

  const standing = (): Promise<readonly string[]> =>
    running.database.read('listed_power').whereNull('closed_by').orderBy('id').pluck('name');

  /** Imports a list by the command line. */
  async function imported(list: string, ...options: readonly string[]): Promise<string> {
    const file = join(folder, 'list.csv');
    writeFileSync(file, list);
    const { output, errors } = await runCommand(
      'powers',
      'import',
      file,
      '--database',
      running.location,
      ...options,
    );
    return `${output}${errors}`;
  }

  it('is by the command line, as on the page, only what it names; the whole list when told so', async () => {
    expect(await imported(OF_TWO)).to.include('只替换文件里写到的单位');
    await imported(OF_ONE);
    expect(await standing()).to.deep.equal(['展会组织', '外贸展会审核']);
    expect(await imported(OF_ONE, '--whole')).to.include('停用 1');
    expect(await standing()).to.deep.equal(['外贸展会审核']);
  });

  it('is chosen bureau by bureau by an office that has several in reach', async () => {
    const other = await running.database.transaction(async (transaction) => {
      const bureau = await insertUnit(transaction, { parentId: null, kind: 'bureau', name: '市经信局' }, '/');
      const division = { parentId: bureau.id, kind: 'division', name: '企业服务处' } as const;
      await insertUnit(transaction, division, bureau.path);
      const { id } = await transaction('account').where({ username: 'office' }).first<{ id: number }>('id');
      await transaction('role_assignment').insert({ account_id: id, role: 'office', unit_id: bureau.id });
      return bureau.id;
    });
    const office = await signedInAgent(running.app, 'office');
    const page = await office.get('/powers');
    for (const id of [1, other]) {
      expect(page.text)
        .to.include(`value="named-${String(id)}"`)
        .and.include(`value="whole-${String(id)}"`);
    }
    const preview = (unit: string): Promise<Response> =>
      Promise.resolve(
        office
          .post('/powers')
          .field('_csrf', tokenIn(page))
          .field('replaces', `named-${String(other)}`)
          .attach('file', Buffer.from(`${HEADER}\n1,企业帮扶,${unit}`), '清单.csv'),
      );
    expect((await preview('企业服务处')).text)
      .to.include('新增或改动 <b>1</b> 项')
      .and.include('市经信局');
    expect((await preview('对外贸易处')).status).to.equal(422);
  });
});
