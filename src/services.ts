import { AccountChangeService } from './access/account-change-service.ts';
import { AccountOfficeService } from './access/account-office-service.ts';
import { AccountService } from './access/account-service.ts';
import { OwnAccountService } from './access/own-account-service.ts';
import { SetupService } from './access/setup-service.ts';
import { SignInService } from './access/sign-in-service.ts';
import { ThrottleService } from './access/throttle-service.ts';
import { gradeServices, type GradeServices } from './assessment/grades-service.ts';
import { AuditService } from './audit/audit-service.ts';
import { CampaignOfficeService } from './campaigns/campaign-office-service.ts';
import { CampaignService } from './campaigns/campaign-service.ts';
import { CoverageService } from './coverage/coverage-service.ts';
import { PowerCoverageService } from './coverage/power-coverage-service.ts';
import { PowerImportService } from './intake/powers/power-import-service.ts';
import { DivisionCoverageService } from './coverage/division-coverage-service.ts';
import { ExemptionService } from './coverage/exemption-service.ts';
import { BoardService } from './dashboards/board-service.ts';
import { FirstStepsService } from './dashboards/first-steps-service.ts';
import { RegionService } from './dashboards/region-service.ts';
import { FormExportService } from './forms/form-export-service.ts';
import { settleFormFigures } from './forms/form-figures-due-store.ts';
import { settleFormSearch } from './forms/form-search-store.ts';
import { PERSON_LINKS } from './forms/person-links-service.ts';
import { FormService } from './forms/form-service.ts';
import { OwnService } from './forms/own-service.ts';
import { SearchLearningService } from './forms/search-learning-service.ts';
import { GradingService } from './grading/grading-service.ts';
import { BatchService } from './intake/batch-service.ts';
import { ImportService } from './intake/import-service.ts';
import { ParsingWorker } from './intake/parsing-worker-service.ts';
import { DraftCommitService } from './intake/upload/draft-commit-service.ts';
import { DraftFilesService } from './intake/upload/draft-files-service.ts';
import { DraftForgettingService } from './intake/upload/draft-forgetting-service.ts';
import { ImportDraftService } from './intake/upload/import-draft-service.ts';
import { OrganisationService } from './organisation/organisation-service.ts';
import { PersonOfficeService } from './organisation/person-office-service.ts';
import { PostConfirmService } from './organisation/post-confirm-service.ts';
import type { SuggestPostDomains } from './organisation/post-domain-service.ts';
import { PostOfficeService } from './organisation/post-office-service.ts';
import { UnitOfficeService } from './organisation/unit-office-service.ts';
import type { Clock } from './platform/clock.ts';
import { settling, type Database, type Transaction } from './platform/database.ts';
import type { Log } from './platform/log.ts';
import { watched, type Watched } from './platform/watched.ts';
import { riskPointServices, type RiskPointServices } from './risk-points/risk-points-service.ts';
import { settlePointSearch } from './risk-points/point-search-store.ts';
import { domainJudge } from './rulebooks/domain-judge.ts';
import { GradeLabelsService } from './rulebooks/grade-labels-service.ts';
import { RulebookService } from './rulebooks/rulebook-service.ts';
import { jobServices, type JobServices } from './worker.ts';

/** Everything that entry points hand to the web application and to commands. */
export interface Services extends Watched, JobServices, RiskPointServices, GradeServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AuditService;
  readonly organisation: OrganisationService;
  readonly accounts: AccountService;
  readonly accountOffice: AccountOfficeService;
  readonly accountChanges: AccountChangeService;
  readonly setup: SetupService;
  readonly signIn: SignInService;
  readonly ownAccount: OwnAccountService;
  readonly rulebooks: RulebookService;
  readonly gradeLabels: GradeLabelsService;
  readonly campaigns: CampaignService;
  readonly campaignOffice: CampaignOfficeService;
  readonly forms: FormService;
  readonly own: OwnService;
  readonly searchLearning: SearchLearningService;
  readonly formExport: FormExportService;
  readonly coverage: CoverageService;
  readonly divisionCoverage: DivisionCoverageService;
  readonly exemptions: ExemptionService;
  readonly powerImports: PowerImportService;
  readonly imports: ImportService;
  readonly batches: BatchService;
  /** Reads uploaded files; one child process for all of them. */
  readonly parsing: ParsingWorker;
  readonly drafts: ImportDraftService;
  readonly draftFiles: DraftFilesService;
  readonly draftCommits: DraftCommitService;
  readonly unitOffice: UnitOfficeService;
  readonly postOffice: PostOfficeService;
  readonly postConfirm: PostConfirmService;
  readonly personOffice: PersonOfficeService;
  readonly board: BoardService;
  readonly region: RegionService;
  readonly firstSteps: FirstStepsService;
}

/** Puts the parts together; the one place where they are made. */
export function createServices(opened: Database, clock: Clock, log: Log): Services {
  const watch = watched(settling(opened, settle), clock);
  const { database } = watch;
  const audit = new AuditService(database, clock);
  const rulebooks = new RulebookService(database, clock, audit);
  const grading = new GradingService(rulebooks);
  const campaigns = new CampaignService(database);
  const throttle = new ThrottleService(database, clock);
  const coverage = new CoverageService(database, rulebooks);
  const accounts = new AccountService({ database, audit, clock });
  const imports = new ImportService(database, clock, audit, rulebooks, grading);
  const intake = { imports, parsing: new ParsingWorker() };
  return {
    ...watch,
    clock,
    log,
    audit,
    organisation: new OrganisationService(database),
    accounts,
    accountOffice: new AccountOfficeService({ database, clock, accounts }),
    accountChanges: new AccountChangeService({ database, audit, clock }),
    setup: new SetupService({ database, audit, clock, accounts, throttle }),
    signIn: new SignInService(database, audit, clock, throttle),
    ownAccount: new OwnAccountService({ database, audit, clock, throttle }),
    rulebooks,
    gradeLabels: new GradeLabelsService(database, rulebooks),
    campaigns,
    ...pointServices({ database, clock, audit, campaigns, rulebooks, grading }),
    ...formServices({ database, clock, audit, campaigns, rulebooks }),
    coverage,
    ...divisionServices({ database, clock, audit, campaigns, coverage, rulebooks }),
    ...officeServices({ database, log, audit, rulebooks, ...intake }),
    ...jobServices({ database, clock, log, audit, campaigns, rulebooks, grading, coverage, ...intake }),
    batches: new BatchService({ database, clock, audit, rulebooks, grading }),
    ...intake,
    ...draftServices({ database, clock, audit, rulebooks, ...intake }),
    board: new BoardService({ database, clock, campaigns, rulebooks, coverage }),
  };
}

function officeServices(
  parts: Pick<Services, 'database' | 'log' | 'audit' | 'rulebooks' | 'parsing'>,
): Pick<
  Services,
  'campaignOffice' | 'unitOffice' | 'postOffice' | 'postConfirm' | 'personOffice' | 'firstSteps'
> {
  const { database, audit, rulebooks } = parts;
  const forgetting = new DraftForgettingService(parts);
  const suggest: SuggestPostDomains = async (transaction, unitPath, duties) => {
    const { body } = await rulebooks.inForce('domain', unitPath, transaction);
    return domainJudge(body).suggest(duties, 'post');
  };
  return {
    firstSteps: new FirstStepsService(database),
    campaignOffice: new CampaignOfficeService(database, audit),
    unitOffice: new UnitOfficeService(database, audit),
    postOffice: new PostOfficeService(database, audit, (path, actor) => forgetting.forgetIn(path, actor)),
    personOffice: new PersonOfficeService(database, audit, PERSON_LINKS),
    postConfirm: new PostConfirmService(database, audit, suggest),
  };
}

async function settle(transaction: Transaction): Promise<void> {
  await settlePointSearch(transaction);
  await settleFormSearch(transaction);
  await settleFormFigures(transaction);
}

function divisionServices(
  parts: Pick<Services, 'database' | 'clock' | 'audit' | 'campaigns' | 'coverage' | 'rulebooks'>,
): Pick<Services, 'divisionCoverage' | 'exemptions' | 'powerImports' | 'region'> {
  const powers = new PowerCoverageService(parts.database, parts.rulebooks);
  return {
    divisionCoverage: new DivisionCoverageService({ ...parts, powers }),
    exemptions: new ExemptionService(parts),
    region: new RegionService(parts),
    powerImports: new PowerImportService(parts),
  };
}

function formServices(
  parts: Pick<Services, 'database' | 'clock' | 'audit' | 'campaigns' | 'rulebooks'>,
): Pick<Services, 'forms' | 'formExport' | 'own' | 'searchLearning'> {
  return {
    forms: new FormService(parts),
    formExport: new FormExportService(parts),
    own: new OwnService(parts),
    searchLearning: new SearchLearningService(parts.database),
  };
}

function pointServices(parts: Parameters<typeof riskPointServices>[0]): RiskPointServices & GradeServices {
  return { ...riskPointServices(parts), ...gradeServices(parts) };
}

function draftServices(
  parts: Pick<Services, 'database' | 'clock' | 'audit' | 'rulebooks' | 'parsing' | 'imports'>,
): Pick<Services, 'drafts' | 'draftFiles' | 'draftCommits'> {
  return {
    drafts: new ImportDraftService(parts),
    draftFiles: new DraftFilesService(parts),
    draftCommits: new DraftCommitService(parts),
  };
}
