import type { Texts } from '../language/texts.ts';
import { fieldId, type TypedForm } from '../web/form-card.ts';
import type { CampaignFault, CampaignForm } from './campaign-form.ts';

/** What was typed and refused, with each fault at its field; a stale page tells how it stands now. */
export function typedCampaign(
  card: 'open' | 'edit',
  values: CampaignForm,
  faults: readonly CampaignFault[],
  text: Texts,
): TypedForm {
  return {
    card,
    values,
    faults: faults.map(({ field, code }) => ({
      field: field === 'guard' ? card : fieldId(card, field),
      message: text.campaigns.faults[code],
    })),
  };
}
