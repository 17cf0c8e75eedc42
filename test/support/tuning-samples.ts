import { insertRulebookDraft } from '../../src/tuning/draft-store.ts';
import { ofRulebook } from './rulebook-sample.ts';
import type { RouteSample } from './route-samples.ts';

const MADE_AT = '2021-04-22T01:00:00.000Z';

/** A draft of the notice's rulebook for that unit's bureau, made where there is none yet. */
const rulebookDraft: RouteSample = {
  idOf: async (database, { bureau }) => {
    const { read } = database;
    const unit = await read('org_unit')
      .where({ name: bureau, kind: 'bureau' })
      .first<{ id: number } | undefined>('id');
    if (unit === undefined) return 'none';
    const known = await read('rulebook_draft')
      .where({ unit_id: unit.id })
      .first<{ id: number } | undefined>('id');
    if (known !== undefined) return known.id;
    const version = await read('rulebook_version')
      .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
      .where('rulebook.name', 'notice-2021')
      .first<{ id: number; body: string }>('rulebook_version.id', 'rulebook_version.body');
    const account = await read('account').first<{ id: number }>('id');
    const text = { kind: 'grading', name: 'notice-2021', versionId: version.id, text: version.body } as const;
    const made = { ...text, unitId: unit.id, accountId: account.id, by: '某人', at: MADE_AT };
    return database.transaction((transaction) => insertRulebookDraft(transaction, made));
  },
  isReached: (_role, { bureau }) => bureau === '市商务局',
};

/** Objects of rule tuning for the routes that name one. */
export const TUNING_SAMPLES: Readonly<Record<string, RouteSample>> = {
  '/rulebooks/drafts/:id': rulebookDraft,
  '/rulebooks/drafts/:id/save': rulebookDraft,
  '/rulebooks/drafts/:id/json': rulebookDraft,
  '/rulebooks/drafts/:id/rule': rulebookDraft,
  '/rulebooks/drafts/:id/scales': rulebookDraft,
  '/rulebooks/drafts/:id/base': rulebookDraft,
  '/rulebooks/drafts/:id/clauses': rulebookDraft,
  '/rulebooks/drafts/:id/table.xlsx': rulebookDraft,
  '/rulebooks/drafts/:id/import': rulebookDraft,
  '/rulebooks/versions/:id/rulebook.json': ofRulebook('version'),
  '/rulebooks/versions/:id/rulebook.xlsx': ofRulebook('version'),
  '/rulebooks/drafts/:id/discard': rulebookDraft,
  '/rulebooks/drafts/:id/backwards': rulebookDraft,
  '/rulebooks/drafts/:id/impact': rulebookDraft,
  '/rulebooks/drafts/:id/impact/export.xlsx': rulebookDraft,
  '/rulebooks/drafts/:id/impact/export.csv': rulebookDraft,
};
