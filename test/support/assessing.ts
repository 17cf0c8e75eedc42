import type { Response } from 'supertest';
import { tokenIn, type Agent, type TestApp } from './http.ts';

/** The point of that text. */
export async function pointIdOf({ database }: Pick<TestApp, 'database'>, text: string): Promise<number> {
  const row = await database
    .read('risk_point_revision')
    .where({ text })
    .first<{ id: number } | undefined>('risk_point_id as id');
  if (row === undefined) throw new Error(`no point says: ${text}`);
  return row.id;
}

/** Opens an address, changes some fields of its form and posts it there. */
export async function submit(
  agent: Agent,
  address: string,
  changes: Readonly<Record<string, string>>,
): Promise<Response> {
  const page = await agent.get(address);
  return post(agent, address, page, changes);
}

/** Posts the form of a page that was opened before, with some fields changed. */
export function post(
  agent: Agent,
  address: string,
  page: Response,
  changes: Readonly<Record<string, string>>,
): Promise<Response> {
  const fields = { ...fieldsIn(page), ...changes, _csrf: tokenIn(page) };
  const point = [...page.text.matchAll(/name="point" value="(\d+)"/gu)].map(([, id = '']) => id);
  const sent = agent.post(address).type('form');
  return sent.send(point.length === 0 ? fields : { ...fields, point }).then((answer) => answer);
}

/** The hidden and chosen fields of a page, as a browser would send them. */
function fieldsIn(page: Response): Record<string, string> {
  const inputs = [...page.text.matchAll(/<input[^>]*>/gu)].map(([input]) => input);
  const sent = inputs.filter((input) => input.includes('type="hidden"') || input.includes(' checked>'));
  return Object.fromEntries(
    sent.flatMap((input) => {
      const name = /name="([^"]*)"/u.exec(input)?.[1] ?? '';
      return name === 'point' ? [] : [[name, /value="([^"]*)"/u.exec(input)?.[1] ?? '']];
    }),
  );
}
