import type { Response } from 'supertest';
import { signedInAgent, tokenIn, type Agent, type TestApp } from './http.ts';

export const NEW_ACCOUNT = {
  username: 'li.si',
  'display-name': '李四',
  person: '',
  role: 'division-head',
  unit: '2',
};

type Form = Readonly<Record<string, string>>;

/** A member of the office at work on accounts. */
export interface AccountDesk {
  readonly agent: Agent;
  idOf(username: string): Promise<number>;
  /** Fills in the form for a new account and posts it. */
  create(form?: Form): Promise<Response>;
  /** Opens the account's page and posts one of its forms. */
  change(username: string, what: string, form?: Form): Promise<Response>;
}

export async function accountDesk(running: TestApp): Promise<AccountDesk> {
  const agent = await signedInAgent(running.app, 'office');
  const idOf = async (username: string): Promise<number> => {
    const row = await running.database.read('account').where({ username }).first<{ id: number }>('id');
    return row.id;
  };
  return {
    agent,
    idOf,
    create: async (form = {}) => {
      const _csrf = tokenIn(await agent.get('/accounts/new'));
      return agent
        .post('/accounts')
        .type('form')
        .send({ _csrf, ...NEW_ACCOUNT, ...form });
    },
    change: async (username, what, form = {}) => {
      const path = `/accounts/${await idOf(username)}`;
      const page = await agent.get(path);
      const guard = /name="guard" value="(\d+)"/u.exec(page.text)?.[1] ?? '1';
      return agent
        .post(`${path}${what}`)
        .type('form')
        .send({ _csrf: tokenIn(page), guard, ...form });
    },
  };
}

/** The password that an answer shows once. */
export function passwordIn(page: Response): string {
  return /id="first-password">([^<]+)</u.exec(page.text)?.[1] ?? '';
}

/** A bureau beside the first, with an account of its own. Returns the bureau's id. */
export function otherBureau({ database, accounts }: TestApp): Promise<number> {
  return database.transaction(async (transaction) => {
    const [unit] = await transaction('org_unit').insert({ kind: 'bureau', name: '市经信局', path: '/99/' }, [
      'id',
    ]);
    const unitId = Number(unit.id);
    const stranger = { username: 'stranger', displayName: '外局的人', password: 'a good long password' };
    const assignments = [{ role: 'auditor', unitId } as const];
    await accounts.create({ ...stranger, assignments }, { accountId: null, name: 'test' }, transaction);
    return unitId;
  });
}
