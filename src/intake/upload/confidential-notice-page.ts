import type { Texts } from '../../language/texts.ts';
import type { Finding } from '../read-form.ts';
import type { DraftFile } from './import-draft.ts';

/** What was taken out of a draft because it belongs to confidential posts, and what to do. */
export interface ConfidentialNotice {
  readonly title: string;
  readonly lines: readonly string[];
  readonly fix: string;
}

/** `null` where nothing was taken out. */
export function confidentialNotice(files: readonly DraftFile[], text: Texts): ConfidentialNotice | null {
  const { title, fix } = text.uploads.draft.confidential;
  const lines = files.flatMap((file) => linesOf(file, text));
  return lines.length === 0 ? null : { title, lines, fix };
}

function linesOf({ name, reading }: DraftFile, text: Texts): readonly string[] {
  const words = text.uploads.draft.confidential;
  const whole = reading.read.findings.filter(({ code }) => code === 'confidential-file').map(postOf);
  const rows = reading.read.findings.filter(({ code }) => code === 'confidential-row');
  const posts = [...new Set(rows.map(postOf))];
  return [
    ...whole.map((post) => words.file(name, post)),
    ...posts.map((post) => {
      const places = rows.filter((row) => postOf(row) === post).map(({ position }) => position);
      return words.rows(name, post, text.formats.list(places.map((place) => text.formats.place(place))));
    }),
  ];
}

function postOf({ parameters }: Finding): string {
  return 'post' in parameters ? parameters.post : '';
}
