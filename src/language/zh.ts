import { access } from './zh/access.ts';
import { accounts } from './zh/accounts.ts';
import { assessment } from './zh/assessment.ts';
import { audit } from './zh/audit.ts';
import { backwards } from './zh/backwards.ts';
import { batches } from './zh/batches.ts';
import { calibration } from './zh/calibration.ts';
import { campaigns } from './zh/campaigns.ts';
import { commandLine } from './zh/command-line.ts';
import { commands } from './zh/commands.ts';
import { compare } from './zh/compare.ts';
import { coverage } from './zh/coverage.ts';
import { dashboards } from './zh/dashboards.ts';
import { domains } from './zh/domains.ts';
import { effects } from './zh/effects.ts';
import { errorWorkbook } from './zh/error-workbook.ts';
import { exemptions } from './zh/exemptions.ts';
import { facts } from './zh/facts.ts';
import { findings } from './zh/findings.ts';
import { formats } from './zh/formats.ts';
import { forms } from './zh/forms.ts';
import { imports } from './zh/import.ts';
import { lists } from './zh/lists.ts';
import { own } from './zh/own.ts';
import { powers } from './zh/powers.ts';
import { grades } from './zh/grades.ts';
import { organisation } from './zh/organisation.ts';
import { persons } from './zh/persons.ts';
import { reading } from './zh/read.ts';
import { region } from './zh/region.ts';
import { otherVersions } from './zh/other-versions.ts';
import { otherwise } from './zh/otherwise.ts';
import { riskPoints } from './zh/risk-points.ts';
import { ruleChanges } from './zh/rule-changes.ts';
import { rulebooks } from './zh/rulebooks.ts';
import { ruleSheets } from './zh/rule-sheets.ts';
import { setup } from './zh/setup.ts';
import { terms } from './zh/terms.ts';
import { uploads } from './zh/uploads.ts';
import { web } from './zh/web.ts';
import { whatIf } from './zh/what-if.ts';
import { workbench } from './zh/workbench.ts';

export const zh = {
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
