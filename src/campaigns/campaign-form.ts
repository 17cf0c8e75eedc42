import { isDate } from '../platform/calendar-day.ts';
import type { Campaign } from './campaign.ts';

/** What the office says of a year's inspection. */
export interface CampaignNotice {
  readonly documentNumber: string | null;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly showsGradesToHolders: boolean;
}

/** A form for opening or changing one, as it was typed. */
export type CampaignForm = Readonly<Record<string, string>>;

export type CampaignFaultCode =
  | 'year-invalid'
  | 'year-taken'
  | 'number-too-long'
  | 'opens-invalid'
  | 'due-invalid'
  | 'due-before'
  | 'stale';

export interface CampaignFault {
  readonly field: 'year' | 'number' | 'opens' | 'due' | 'guard';
  readonly code: CampaignFaultCode;
}

const LONGEST_NUMBER = 60;
const YEARS = { first: 2000, last: 2100 };

/** What is wrong with number and dates, field by field. */
export function noticeFaults(form: CampaignForm): readonly CampaignFault[] {
  const { documentNumber, opensOn, dueOn } = noticeIn(form);
  const faults: CampaignFault[] = [];
  if ([...(documentNumber ?? '')].length > LONGEST_NUMBER) {
    faults.push({ field: 'number', code: 'number-too-long' });
  }
  if (opensOn !== null && !isDate(opensOn)) faults.push({ field: 'opens', code: 'opens-invalid' });
  if (dueOn !== null && !isDate(dueOn)) faults.push({ field: 'due', code: 'due-invalid' });
  else if (opensOn !== null && dueOn !== null && dueOn < opensOn) {
    faults.push({ field: 'due', code: 'due-before' });
  }
  return faults;
}

export function noticeIn(form: CampaignForm): CampaignNotice {
  const written = (name: string): string | null => (form[name] ?? '').trim() || null;
  return {
    documentNumber: written('number'),
    opensOn: written('opens'),
    dueOn: written('due'),
    showsGradesToHolders: form['grades'] === 'yes',
  };
}

/** The year that was typed; `null` when it is none. */
export function yearIn(form: CampaignForm): number | null {
  const year = /^[0-9]{4}$/u.test((form['year'] ?? '').trim()) ? Number(form['year']) : 0;
  return year >= YEARS.first && year <= YEARS.last ? year : null;
}

/** A campaign's notice as a form shows it. */
export function formOf(campaign: Campaign): CampaignForm {
  return {
    number: campaign.documentNumber ?? '',
    opens: campaign.opensOn ?? '',
    due: campaign.dueOn ?? '',
    grades: campaign.showsGradesToHolders ? 'yes' : '',
  };
}
