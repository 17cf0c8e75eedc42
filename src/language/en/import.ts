import type { Words } from '../words.ts';
import type { importText as zhText, importWords as zhWords } from '../zh/import.ts';
import { counted } from './counted.ts';

/** What an import has to say about forms that were read without fault. */
export const importWords: typeof zhWords = {
  'owner-unknown': (): Words => ({
    message: 'This form does not give unit, name or post, so nobody knows whose it is.',
    fix: 'Fill in the unit, the name and the post on the form and import it again.',
  }),
  'ambiguous-point': ({ text, known }): Words => ({
    message: `“${text}” is close to several risk points on file, so it cannot be told which one it changes: ${known.map((other) => `“${other}”`).join(', ')}.`,
    fix: 'Import in two steps, leaving one of them as it was the first time, or word the change closer to the one that it changes.',
  }),
  'wording-kept': ({ known }): Words => ({
    message: `The wording differs from “${known}” in the self-check form; the self-check form’s was kept.`,
    fix: 'If the wording here is right, change the self-check form and import it again.',
  }),
  'form-twice': (): Words => ({
    message:
      'The self-check form of one person in one post stands in this import twice, with different content.',
    fix: 'Keep only one, or merge the two, and import again.',
  }),
  'would-create': ({ name }): Words => ({
    message: `“${name}” is not on file, and this import may not create it.`,
    fix: 'Check whether the name is mistyped; if it is really new, allow the import to create it.',
  }),
};

export const importText: typeof zhText = {
  summary: (result) => {
    const forms = `${counted(result.created, 'form')} new, ${String(result.unchanged)} unchanged, ${String(result.replaced)} replaced`;
    const points = `${counted(result.assessed, 'risk point')} assessed or confirmed`;
    const units = counted(result.createdUnits.length, 'unit');
    const posts = counted(result.createdPosts.length, 'post');
    const said = `${forms}; ${points}; ${units} and ${posts} created.`;
    return result.written ? `Imported: ${said}` : `Nothing written: ${said}`;
  },
};
