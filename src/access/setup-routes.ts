import { OperationalError } from '../platform/errors.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { OpenResponse, OpenRoute } from '../web/page.ts';
import { idIn } from './account-form.ts';
import { accessPaths } from './paths.ts';
import { EMPTY_SETUP, setupFaults, setupPage, type SetupForm } from './setup-page.ts';
import type { SetupService } from './setup-service.ts';
import type { Viewer } from './viewer.ts';

type OpenAsked = Parameters<OpenRoute<Viewer>['handler']>[0];

/** The page that makes the first account. Once there is one, it is no page any more. */
export function setupRoutes(setup: SetupService, firstSteps: string): readonly OpenRoute<Viewer>[] {
  return [
    {
      method: 'get',
      path: accessPaths.setup,
      handler: async (asked) => show(asked, setup, EMPTY_SETUP, []),
    },
    {
      method: 'post',
      path: accessPaths.setup,
      handler: (asked) => begin(asked, setup, firstSteps),
    },
  ];
}

async function begin(asked: OpenAsked, setup: SetupService, firstSteps: string): Promise<OpenResponse> {
  const { body, address, text } = asked;
  const form = {
    code: body['code'] ?? '',
    bureau: body['bureau'] ?? '',
    username: body['username'] ?? '',
    displayName: body['display-name'] ?? '',
    password: body['new-password'] ?? '',
    again: body['new-password-again'] ?? '',
  };
  const faults = setupFaults(form, text);
  if (faults.length > 0) return show(asked, setup, form, faults, 422);
  const check = await setup.check(form.code, address);
  if (check.kind === 'locked-out') {
    const message = text.setup.lockedOut(check.minutes);
    return show(asked, setup, form, [{ field: 'code', message }], 429);
  }
  if (check.kind === 'wrong') {
    return show(asked, setup, form, [{ field: 'code', message: text.setup.codeWrong }], 422);
  }
  const isKnown = (await setup.bureaus()).length > 0;
  const bureau = isKnown ? (idIn(form.bureau) ?? 0) : form.bureau;
  const { accountId } = await setup.begin({ ...form, bureau });
  return { kind: 'signed-in', accountId, to: firstSteps, notice: text.setup.done };
}

/** @throws {OperationalError} `not-found` unless the installation waits for its first account. */
async function show(
  { text }: OpenAsked,
  setup: SetupService,
  form: SetupForm,
  faults: readonly FormFault[],
  status = 200,
): Promise<OpenResponse> {
  if (!(await setup.isOpen())) {
    throw new OperationalError('not-found', 'set-up-already', (words) => words.web.errors.noSuchPage);
  }
  const model = setupPage(form, await setup.bureaus(), faults, text);
  return { kind: 'page', view: 'access/setup', model, status };
}
