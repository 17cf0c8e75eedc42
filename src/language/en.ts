import { access } from './en/access.ts';
import { audit } from './en/audit.ts';
import { coverage } from './en/coverage.ts';
import { dashboards } from './en/dashboards.ts';
import { formats } from './en/formats.ts';
import { forms } from './en/forms.ts';
import { lists } from './en/lists.ts';
import { riskPoints } from './en/risk-points.ts';
import { terms } from './en/terms.ts';
import { web } from './en/web.ts';
import type { Texts } from './texts.ts';

export const en: Texts = {
  access,
  audit,
  coverage,
  dashboards,
  formats,
  forms,
  lists,
  riskPoints,
  terms,
  web,
};
