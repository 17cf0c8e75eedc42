import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';
import { cellOfText } from './cell-text.ts';
import { LIST_MARK } from './notation-words.ts';
import { headingOf, sheetName } from './sheet-labels.ts';
import type { BookSheet } from './sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How to use the workbook, and the facts that can be used; for people, never read. */
export function readMeSheet(words: Vocabulary): BookSheet {
  const [chinese, english] = [zh.ruleSheets.readMe, en.ruleSheets.readMe];
  const prose = [
    [chinese.heading],
    ...chinese.lines.map((line) => [line]),
    [''],
    [english.heading],
    ...english.lines.map((line) => [line]),
    [''],
  ];
  const factRows = words.definitions.map((fact) => {
    const values = words.valuesOf(fact.name)?.words ?? [unlisted(fact.type)];
    return [cellOfText(headingOf(fact.title)), fact.name, values.join(LIST_MARK)];
  });
  const headings = [chinese.columns.name, chinese.columns.code, chinese.columns.values];
  return {
    name: sheetName('readMe'),
    rows: [...prose, headings, ...factRows],
    headings: [1, chinese.lines.length + 3, prose.length + 1],
    widths: [90, 26, 60],
    choices: [],
    plain: [],
  };
}

function unlisted(type: string): string {
  return type === 'number' ? zh.ruleSheets.readMe.values.number : zh.ruleSheets.readMe.values.text;
}
