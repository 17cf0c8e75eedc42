import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
  /** From asking until the last byte. */
  readonly milliseconds: number;
}

/** Somebody who has signed in, on connections of their own. */
export interface Visitor {
  get(path: string): Promise<Answer>;
  leave(): void;
}

/** Signs somebody in, as the page in the browser does. */
export async function visitor(address: string, username: string, password: string): Promise<Visitor> {
  const agent = new Agent({ keepAlive: true });
  const cookies = new Map<string, string>();
  const ask = async (path: string, form?: URLSearchParams): Promise<Answer> => {
    const answer = await asked(new URL(path, address), agent, cookies, form);
    for (const cookie of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const page = await ask('/sign-in');
  const [, token = ''] = /name="_csrf" value="([0-9a-f]+)"/u.exec(page.body) ?? [];
  const signedIn = await ask('/sign-in', new URLSearchParams({ _csrf: token, username, password }));
  if (signedIn.status !== 303) throw new Error(`${username} could not sign in: ${signedIn.body}`);
  return {
    get: ask,
    leave: () => {
      agent.destroy();
    },
  };
}

async function asked(
  address: URL,
  agent: Agent,
  cookies: ReadonlyMap<string, string>,
  form: URLSearchParams | undefined,
): Promise<Answer> {
  const headers = {
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  const started = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const method = form === undefined ? 'GET' : 'POST';
    const sent = request(address, { agent, headers, method }, resolve);
    sent.once('error', reject);
    sent.end(form?.toString());
  });
  const body = await text(response);
  return {
    status: response.statusCode ?? 0,
    body,
    cookies: response.headers['set-cookie'] ?? [],
    milliseconds: performance.now() - started,
  };
}
