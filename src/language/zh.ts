import { access } from './zh/access.ts';
import { audit } from './zh/audit.ts';
import { campaigns } from './zh/campaigns.ts';
import { commands } from './zh/commands.ts';
import { coverage } from './zh/coverage.ts';
import { dashboards } from './zh/dashboards.ts';
import { formats } from './zh/formats.ts';
import { forms } from './zh/forms.ts';
import { lists } from './zh/lists.ts';
import { riskPoints } from './zh/risk-points.ts';
import { terms } from './zh/terms.ts';
import { web } from './zh/web.ts';

export const zh = {
  access,
  audit,
  campaigns,
  commands,
  coverage,
  dashboards,
  formats,
  forms,
  lists,
  riskPoints,
  terms,
  web,
};
