import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { Services } from '../../src/services.ts';
import { aReadFile } from './read-file.ts';

const MEASURE = 'Three people write it together, and it is shown to everybody for three days.';
const FILLED = { name: 'Ann Lee', post: 'Purchasing', duties: 'Plans purchases and checks deliveries.' };

const FORMS = [
  {
    ...FILLED,
    unit: 'General Office',
    risks: [
      { text: 'Split a contract to avoid a tender.', probability: 'high', harm: 'limited', measure: null },
      {
        text: 'Accept goods unseen.',
        measure: MEASURE,
        probability: 'small',
        harm: 'serious',
        domains: ['procurement'],
      },
      { text: 'Pay late.', measure: MEASURE },
    ],
  },
  {
    ...FILLED,
    unit: 'Trade Division',
    name: null,
    risks: [
      {
        text: 'Write a call for one firm.',
        measure: MEASURE,
        probability: 'small',
        harm: 'limited',
        grade: 1,
        domains: ['policy-funds', 'finance'],
      },
    ],
  },
] as const;

/** Makes the test app's bureau one whose every word people wrote is English: a gap, a weakness, every grade but one. */
export async function inspectInEnglish({
  imports,
  database,
}: Pick<Services, 'imports' | 'database'>): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction('org_unit').where({ kind: 'bureau' }).update({ name: 'City Bureau' });
    await transaction('org_unit').where({ kind: 'division' }).update({ name: 'Trade Division' });
    await transaction('account').update({ display_name: 'Ann Lee' });
  });
  const read = aReadFile(FORMS, 'forms.docx');
  const files = [{ read, digest: 'one' }];
  const request = { files, year: 2021, bureau: 'City Bureau', dryRun: false, mayCreate: true };
  const { written } = await imports.import(request, COMMAND_LINE);
  if (!written) throw new Error('the forms were refused');
  await database.transaction(async (transaction) => {
    const [post] = await transaction('post').where({ name: FILLED.post }).pluck('id');
    const domains = { procurement: 'purchases', finance: 'payments', approvals: null };
    for (const [domain, evidence] of Object.entries(domains)) {
      const state = evidence === null ? 'confirmed' : 'suggested';
      await transaction('post_domain').insert({ post_id: post, domain, state, evidence });
    }
  });
}
