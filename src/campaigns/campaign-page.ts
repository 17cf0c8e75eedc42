import type { Texts } from '../language/texts.ts';
import { cardFields, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { Campaign, GuardedCampaign } from './campaign.ts';
import { formOf, type CampaignForm } from './campaign-form.ts';
import { campaignPath, campaignPaths } from './paths.ts';

export interface CampaignListPage extends PageModel {
  readonly faults: readonly FormFault[];
  readonly rows: readonly CampaignRow[];
  readonly open: FormCard;
}

export interface CampaignRow {
  readonly year: string;
  readonly href: string;
  readonly bureau: string;
  readonly number: string;
  readonly opens: string;
  readonly due: string;
  readonly state: string;
  readonly grades: string;
}

export interface CampaignPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly meta: string;
  readonly faults: readonly FormFault[];
  readonly edit: FormCard;
}

const OPEN_CARD = 'open';
const EDIT_CARD = 'edit';

/** The year's inspections, and the form that opens another. */
export function campaignListPage(
  campaigns: readonly Campaign[],
  typed: TypedForm | null,
  text: Texts,
): CampaignListPage {
  const words = text.campaigns;
  return {
    title: typed === null ? words.title : `${words.errorHeading} – ${words.title}`,
    faults: typed?.faults ?? [],
    rows: campaigns.map((campaign) => campaignRow(campaign, text)),
    open: {
      id: OPEN_CARD,
      heading: words.open.heading,
      intro: words.open.intro,
      action: campaignPaths.list,
      guard: null,
      fields: cardFields(
        OPEN_CARD,
        {
          year: { kind: 'number', label: words.columns.year, hint: words.open.yearHint },
          ...noticeFields({}, text),
        },
        typed,
      ),
      submit: words.open.submit,
      isDanger: false,
    },
  };
}

/** One year's inspection, to be changed. */
export function campaignPage(
  { campaign, guard }: GuardedCampaign,
  typed: TypedForm | null,
  text: Texts,
): CampaignPage {
  const words = text.campaigns;
  const title = words.pageTitle(String(campaign.year));
  return {
    title: typed === null ? title : `${words.errorHeading} – ${title}`,
    crumbs: [
      { text: words.title, href: campaignPaths.list },
      { text: String(campaign.year), href: null },
    ],
    meta: words.meta(campaign.bureau.name, words.states[campaign.state]),
    faults: typed?.faults ?? [],
    edit: {
      id: EDIT_CARD,
      heading: words.edit.heading,
      intro: null,
      action: campaignPath(campaign.id),
      guard: String(guard),
      fields: cardFields(EDIT_CARD, noticeFields(formOf(campaign), text), typed),
      submit: words.edit.submit,
      isDanger: false,
    },
  };
}

function noticeFields(form: CampaignForm, text: Texts): Parameters<typeof cardFields>[1] {
  const { columns, edit } = text.campaigns;
  const value = (name: string): string => form[name] ?? '';
  return {
    number: { kind: 'text', label: columns.number, hint: edit.numberHint, value: value('number') },
    opens: { kind: 'date', label: columns.opens, value: value('opens') },
    due: { kind: 'date', label: columns.due, value: value('due') },
    grades: { kind: 'checkbox', label: edit.grades, hint: edit.gradesHint, value: value('grades') },
  };
}

function campaignRow(campaign: Campaign, text: Texts): CampaignRow {
  const words = text.campaigns;
  const day = (date: string | null): string => (date === null ? words.unsaid : text.formats.date(date));
  return {
    year: String(campaign.year),
    href: campaignPath(campaign.id),
    bureau: campaign.bureau.name,
    number: campaign.documentNumber ?? words.unsaid,
    opens: day(campaign.opensOn),
    due: day(campaign.dueOn),
    state: words.states[campaign.state],
    grades: campaign.showsGradesToHolders ? words.shown : words.hidden,
  };
}
