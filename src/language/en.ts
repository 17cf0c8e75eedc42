import { access } from './en/access.ts';
import { accounts } from './en/accounts.ts';
import { assessment } from './en/assessment.ts';
import { audit } from './en/audit.ts';
import { backwards } from './en/backwards.ts';
import { batches } from './en/batches.ts';
import { calibration } from './en/calibration.ts';
import { campaigns } from './en/campaigns.ts';
import { commandLine } from './en/command-line.ts';
import { commands } from './en/commands.ts';
import { compare } from './en/compare.ts';
import { coverage } from './en/coverage.ts';
import { dashboards } from './en/dashboards.ts';
import { domains } from './en/domains.ts';
import { effects } from './en/effects.ts';
import { errorWorkbook } from './en/error-workbook.ts';
import { exemptions } from './en/exemptions.ts';
import { facts } from './en/facts.ts';
import { findings } from './en/findings.ts';
import { formats } from './en/formats.ts';
import { forms } from './en/forms.ts';
import { imports } from './en/import.ts';
import { lists } from './en/lists.ts';
import { own } from './en/own.ts';
import { powers } from './en/powers.ts';
import { grades } from './en/grades.ts';
import { organisation } from './en/organisation.ts';
import { persons } from './en/persons.ts';
import { reading } from './en/read.ts';
import { region } from './en/region.ts';
import { otherVersions } from './en/other-versions.ts';
import { otherwise } from './en/otherwise.ts';
import { riskPoints } from './en/risk-points.ts';
import { ruleChanges } from './en/rule-changes.ts';
import { rulebooks } from './en/rulebooks.ts';
import { ruleSheets } from './en/rule-sheets.ts';
import { setup } from './en/setup.ts';
import { terms } from './en/terms.ts';
import { uploads } from './en/uploads.ts';
import { web } from './en/web.ts';
import { whatIf } from './en/what-if.ts';
import { workbench } from './en/workbench.ts';
import type { Texts } from './texts.ts';

export const en: Texts = {
  access,
  accounts,
  assessment,
  audit,
  backwards,
  effects,
  batches,
  calibration,
  campaigns,
  commandLine,
  commands,
  compare,
  coverage,
  dashboards,
  domains,
  errorWorkbook,
  exemptions,
  facts,
  findings,
  formats,
  forms,
  grades,
  imports,
  lists,
  own,
  powers,
  organisation,
  persons,
  reading,
  region,
  otherVersions,
  otherwise,
  riskPoints,
  ruleChanges,
  rulebooks,
  ruleSheets,
  setup,
  terms,
  uploads,
  web,
  whatIf,
  workbench,
};
