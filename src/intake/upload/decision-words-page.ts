import type { Texts } from '../../language/texts.ts';
import { allowedValues } from './allowed-values.ts';
import type { Correction } from './correction.ts';
import { NEW } from './decision-fields.ts';
import type { DraftCorrection } from './import-draft.ts';
import { placeKey } from './stored-document.ts';
import type { DraftView } from './uploader.ts';

/** What a decision is about. */
export function subjectWords(posted: DraftCorrection, view: DraftView, text: Texts): string {
  const { correction, fileId } = posted;
  const { values, rows, columns } = text.uploads;
  const fields: Readonly<Record<string, string>> = text.errorWorkbook.fields;
  switch (correction.kind) {
    case 'word':
      return values.word(correction.raw, fields[correction.field ?? ''] ?? '');
    case 'unit':
      return values.meansUnit(correction.written);
    case 'post': {
      const unit = view.names.posts.find(({ unitId }) => unitId === correction.unitId)?.unitName;
      const written = unit === undefined ? correction.written : values.inUnit(unit, correction.written);
      return values.meansUnit(written);
    }
    case 'column': {
      const heading = columnWords(posted, view);
      return inFile(fileId, correction, view, heading === null ? '' : columns.select(heading), text);
    }
    case 'place':
      return inFile(fileId, correction, view, fields[correction.field ?? ''] ?? '', text);
    case 'leave-out':
      return inFile(fileId, correction, view, rows.leaveOut, text);
    case 'accepted':
      return inFile(fileId, correction, view, rows.accept, text);
    case 'point':
      return inFile(fileId, correction, view, rows.whichOne, text);
  }
}

function inFile(
  fileId: number | null,
  { at }: Extract<Correction, { readonly at: unknown }>,
  { files }: DraftView,
  what: string,
  text: Texts,
): string {
  const name = files.find(({ id }) => id === fileId)?.name;
  return [name, text.formats.place(at), what].filter((part) => part !== undefined && part !== '').join(' · ');
}

function columnWords({ correction, fileId }: DraftCorrection, { files }: DraftView): string | null {
  if (correction.kind !== 'column') return null;
  const key = placeKey(correction.at);
  const headings = files.filter(({ id }) => id === fileId).flatMap(({ reading }) => reading.headings);
  const column = headings.flatMap(({ columns }) => columns).find(({ at }) => placeKey(at) === key);
  return column?.words ?? null;
}

/** A value as the control that decides it shows it. */
export function valueWords(correction: Correction, value: string, view: DraftView, text: Texts): string {
  const { columns, values, rows } = text.uploads;
  const columnFields: Readonly<Record<string, string>> = columns.fields;
  switch (correction.kind) {
    case 'column':
      return columnFields[value] ?? value;
    case 'word':
    case 'place':
      return (
        allowedValues(correction.field, view.scales, text).find(([code]) => code === value)?.[1] ?? value
      );
    case 'leave-out':
      return rows.leaveOut;
    case 'accepted':
      return rows.accept;
    case 'unit':
      return value === NEW ? values.create : nameWithId(value, view.names.units);
    case 'post':
      return value === NEW ? values.create : nameWithId(value, view.names.posts);
    case 'point':
      return value === NEW ? rows.asNew : pointText(value, view);
  }
}

function nameWithId(id: string, names: DraftView['names']['units']): string {
  const known = names.flatMap(({ candidates, others }) => [...candidates, ...others]);
  return known.find((one) => String(one.id) === id)?.name ?? id;
}

function pointText(id: string, { outcomes }: DraftView): string {
  const known = outcomes.flatMap((outcome) => outcome.known);
  return known.find(({ pointId }) => String(pointId) === id)?.text ?? id;
}
