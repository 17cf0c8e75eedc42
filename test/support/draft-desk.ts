import type { Response } from 'supertest';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from './http.ts';
import { inspectBureau } from './inspected-bureau.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The discipline team of an inspected bureau before a draft of the rules in force. */
export interface DraftDesk {
  readonly app: TestApp;
  readonly agent: Agent;
  /** The draft's workbench. */
  readonly address: string;
  readonly post: (path: string, fields: Fields) => Promise<Response>;
  /** Posts a change of the one draft there is, as it now is. */
  readonly save: (path: string, fields: Fields) => Promise<Response>;
  /** Opens a draft of a version, and answers with its workbench. */
  readonly open: (versionId: number) => Promise<string>;
  /** The one draft there is, as it is stored. */
  readonly draft: () => Promise<{ readonly guard: number; readonly text: string }>;
  readonly rulebook: () => Promise<GradingRulebook>;
}

/** Opens an app of its own, which the caller ends, or takes one whose bureau is not inspected yet. */
export async function draftDesk(given?: TestApp): Promise<DraftDesk> {
  const app = given ?? (await testApp());
  await inspectBureau(app);
  const agent = await signedInAgent(app.app, 'discipline-team');
  const post: DraftDesk['post'] = async (path, fields) => {
    const _csrf = tokenIn(await agent.get('/account'));
    return agent
      .post(path)
      .type('form')
      .send({ _csrf, ...fields });
  };
  const open: DraftDesk['open'] = async (versionId) => {
    const { headers } = await post('/rulebooks/drafts', { version: String(versionId), unit: '1' });
    return headers['location'] ?? '';
  };
  const draft: DraftDesk['draft'] = () =>
    app.database.read('rulebook_draft').first<{ guard: number; text: string }>('guard', 'text');
  const save: DraftDesk['save'] = async (path, fields) =>
    post(path, { guard: String((await draft()).guard), ...fields });
  const rulebook = async (): Promise<GradingRulebook> => JSON.parse((await draft()).text) as GradingRulebook;
  const address = await open((await app.rulebooks.inForce('grading', '/1/')).id);
  return { app, agent, address, post, save, open, draft, rulebook };
}
