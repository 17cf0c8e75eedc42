import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** What an import did. */
export const imports: Texts['imports'] = {
  summary: (result) => {
    const forms = `${counted(result.created, 'form')} new, ${String(result.unchanged)} unchanged, ${String(result.replaced)} replaced`;
    const points = `${counted(result.assessed, 'risk point')} assessed or confirmed`;
    const units = counted(result.createdUnits.length, 'unit');
    const posts = counted(result.createdPosts.length, 'post');
    const said = `${forms}; ${points}; ${units} and ${posts} created.`;
    return result.written ? `Imported: ${said}` : `Nothing written: ${said}`;
  },
};
