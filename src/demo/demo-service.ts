import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { linkablePeople } from '../access/account-list-store.ts';
import type { AccountService } from '../access/account-service.ts';
import type { GradeDecisionService } from '../assessment/grade-decision-service.ts';
import type { Actor } from '../audit/audit-entry.ts';
import { COMMAND_LINE } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { updateNotice } from '../campaigns/campaign-store.ts';
import type { ImportService } from '../intake/import-service.ts';
import { readInputFiles } from '../intake/read-files-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { bureaus, insertUnit, unitsInReach } from '../organisation/organisation-store.ts';
import { commandLine } from '../language/zh/command-line.ts';
import { EVERYWHERE } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import type { PointService } from '../risk-points/point-service.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { decideDemoGrades } from './demo-grades-service.ts';

const FILES = fileURLToPath(new URL('../../data/demo/files', import.meta.url));
const REGION = '澄江市';
const BUREAU = '澄江市商务局';
const YEAR = 2021;
const NOTICE = { documentNumber: '澄商务党组〔2021〕12号', opensOn: '2021-04-20', dueOn: '2021-04-26' };

interface Parts {
  readonly database: Database;
  readonly imports: ImportService;
  readonly rulebooks: RulebookService;
  readonly campaigns: CampaignService;
  readonly accounts: AccountService;
  readonly points: PointService;
  readonly gradeDecisions: GradeDecisionService;
}

/** Makes the demo bureau out of its files, by the same import that everybody uses. */
export class DemoService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether the database already holds a bureau; then nothing is made. */
  async isMade(): Promise<boolean> {
    return (await bureaus(this.#parts.database.read)).length > 0;
  }

  /** @throws Error when a demo file is refused: the program or its data is broken then. */
  async make(progress: (line: string) => void): Promise<void> {
    const { scales } = (await this.#parts.rulebooks.inForce('grading', '/')).body;
    const paths = readdirSync(FILES)
      .sort()
      .map((file) => `${FILES}/${file}`);
    const files = await readInputFiles(paths, scales, (done, of) => {
      if (done % 10 === 0 || done === of) progress(commandLine.demo.read(done, of));
    });
    await this.#makeUnits();
    const request = { files, year: YEAR, bureau: BUREAU, dryRun: false, mayCreate: true };
    const result = await this.#parts.imports.import(request, COMMAND_LINE);
    if (!result.written) {
      const problems = result.files.flatMap(({ file, findings }) =>
        findings.map(({ code }) => `${file}: ${code}`),
      );
      throw new Error(`the demo's files were refused: ${problems.join('; ')}`);
    }
    const actors = await this.#makeAccounts();
    await decideDemoGrades(this.#parts, actorOf(actors, 'pinggu'), actorOf(actors, 'dangzu'));
  }

  /** The bureau is made first, for an import would not know the region above it. */
  #makeUnits(): Promise<void> {
    return this.#parts.database.transaction(async (transaction) => {
      const region = await insertUnit(transaction, { parentId: null, kind: 'region', name: REGION }, '/');
      const bureau = { parentId: region.id, kind: 'bureau', name: BUREAU } as const;
      await insertUnit(transaction, bureau, region.path);
    });
  }

  async #makeAccounts(): Promise<ReadonlyMap<string, Actor>> {
    const actors = new Map<string, Actor>();
    const { database, campaigns, accounts } = this.#parts;
    const campaign = await campaigns.inView(EVERYWHERE, YEAR);
    const units = await unitsInReach(database.read, EVERYWHERE);
    const people = await linkablePeople(database.read, EVERYWHERE);
    await database.transaction(async (transaction) => {
      await updateNotice(transaction, campaign.id, NOTICE);
      for (const { username, password, who, role, at, person } of DEMO_ACCOUNTS) {
        const assignments = at.map((place) => ({ role, unitId: unitAt(place, units).id }));
        const isTheirs = ({ name, unitId }: (typeof people)[number]): boolean =>
          name === person && unitId === assignments[0]?.unitId;
        const personId = person === null ? null : people.find(isTheirs)?.id;
        if (personId === undefined) throw new Error(`the demo bureau has no ${String(person)}`);
        const account = { username, displayName: who.zh, password, assignments, personId };
        const accountId = await accounts.create(account, COMMAND_LINE, transaction);
        actors.set(username, { accountId, name: who.zh });
      }
    });
    return actors;
  }
}

function actorOf(actors: ReadonlyMap<string, Actor>, username: string): Actor {
  const actor = actors.get(username);
  if (actor === undefined) throw new Error(`the demo has no account ${username}`);
  return actor;
}

function unitAt(place: string, units: readonly OrgUnit[]): OrgUnit {
  const unit = units.find(({ kind, name }) => kind === place || name === place);
  if (unit === undefined) throw new Error(`the demo bureau has no unit ${place}`);
  return unit;
}
