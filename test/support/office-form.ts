import type { Response } from 'supertest';
import { tokenIn, type Agent, type TestApp } from './http.ts';

/** The only row of that name. */
export async function idNamed(
  { database }: Pick<TestApp, 'database'>,
  table: 'org_unit' | 'post' | 'person',
  name: string,
): Promise<number> {
  const row = await database.read(table).where({ name }).first<{ id: number }>('id');
  return row.id;
}

/** Posts one of a page's forms, with the version that this form carries. */
export async function sendOffice(
  agent: Agent,
  page: string,
  action: string,
  form: object,
  opened?: Response,
): Promise<Response> {
  const shown = opened ?? (await agent.get(page));
  const part = shown.text.slice(shown.text.indexOf(`action="${action}"`));
  const guard = /name="guard" value="([^"]*)"/u.exec(part.slice(0, part.indexOf('</form>')))?.[1] ?? '';
  return agent
    .post(action)
    .type('form')
    .send({ _csrf: tokenIn(shown), guard, ...form });
}
