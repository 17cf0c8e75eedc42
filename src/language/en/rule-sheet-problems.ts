import type { Texts } from '../texts.ts';

function some(allowed: readonly string[]): string {
  const shown = allowed.slice(0, 12).join(', ');
  return allowed.length > 12 ? `${shown} and others, ${allowed.length} in all` : shown;
}

export const sheetProblems: Texts['ruleSheets']['problems'] = {
  noSheet: (name) => ({
    message: `Sheet “${name}” is missing.`,
    fix: 'Put it back (with its headings alone where it is empty), or look whether it was renamed or hidden.',
  }),
  noColumn: (name) => ({
    message: `Column “${name}” is missing.`,
    fix: 'Put its heading back, or look whether it was renamed.',
  }),
  strangeColumn: (name) => ({
    message: `Column “${name}” is not known.`,
    fix: 'Check the heading: a fact’s column bears its title or code; head your own notes “Remarks”.',
  }),
  columnTwice: (name) => ({ message: `Column “${name}” is there twice.`, fix: 'Make it one column.' }),
  stray: () => ({
    message: 'The cell has content, but its row or column has no heading.',
    fix: 'Write the heading, or remove the content.',
  }),
  noItem: (name) => ({ message: `Row “${name}” is missing.`, fix: 'Put it back.' }),
  itemTwice: (name) => ({ message: `“${name}” is there twice.`, fix: 'Keep one of them.' }),
  blank: () => ({ message: 'The cell is empty.', fix: 'Fill it in.' }),
  formulaError: (shown) => ({
    message: `The cell is a formula’s error (${shown}).`,
    fix: 'Write the content itself.',
  }),
  notAllowed: (word, allowed) => ({
    message: `“${word}” is not known here.`,
    fix: `Choose one of: ${some(allowed)}.`,
  }),
  notWhole: (word) => ({
    message: `“${word}” is no whole number.`,
    fix: 'Write a whole number without its unit.',
  }),
  unreadable: (text) => ({
    message: `“${text}” cannot be read.`,
    fix: 'Write as sheet “Read me” says: high, ≥ high, 50..100, finance, procurement, UNKNOWN; put a name with punctuation in double quotes.',
  }),
  unknownFact: (word, allowed) => ({
    message: `There is no fact “${word}”.`,
    fix: `Facts that can be used: ${some(allowed)}.`,
  }),
  notValue: (word, fact, allowed) => ({
    message: `“${word}” is no value of “${fact}”.`,
    fix: `Write: ${some(allowed)}.`,
  }),
  listUnfit: (fact) => ({
    message: `“${fact}” takes no list of values.`,
    fix: 'Write one value, or a range such as 50..100.',
  }),
  mixed: () => ({
    message: 'AND and OR stand side by side, so that their order is unclear.',
    fix: 'Use brackets: [probability] = high OR ([harm] = serious AND [measureCount] < 2).',
  }),
  tooDeep: () => ({
    message: 'Brackets are nested too deep; reading stopped.',
    fix: 'Split the condition into several rules, or join groups of one kind.',
  }),
  noCondition: () => ({
    message: 'The rule has no condition.',
    fix: 'Write one in the facts’ columns or under “Other conditions”; for all other cases make its list “Otherwise”.',
  }),
  conditionUnwanted: () => ({
    message: '“Otherwise” takes no condition.',
    fix: 'Remove the row’s conditions, or make it a rule of the decision table.',
  }),
  resultUnwanted: () => ({
    message: 'A basis of the matrix takes no result: grades stand in sheet “Matrix”.',
    fix: 'Clear the cell, or make the rule an adjustment.',
  }),
  otherwiseTwice: () => ({ message: '“Otherwise” has two rows.', fix: 'Keep one of them.' }),
  scaleTwo: (code) => ({
    message: `The scale of one fact has two codes; before it was “${code}”.`,
    fix: 'Write the same code.',
  }),
  notEquals: () => ({
    message: 'Only values of facts, joined by AND, can stand here.',
    fix: 'Write: [probability] = high AND [harm] = limited.',
  }),
  noGrid: (name) => ({
    message: `The table “${name}” is missing.`,
    fix: 'Put it back: its name in the first cell, the columns’ steps in the first row, the rows’ steps in the first column.',
  }),
  kind: () => ({
    message: 'It cannot be told which kind of standard this is; reading stopped.',
    fix: 'Use a workbook exported here; the row “Kind” of sheet “Standard” says Grading, Coverage or Domain standard.',
  }),
  tooManyRows: (limit) => ({
    message: `There are more than ${limit} rows; reading stopped.`,
    fix: 'Remove what is not needed, or split the standard.',
  }),
  tooLarge: (limit) => ({
    message: `The workbook holds more than ${limit}0,000 characters and was not read.`,
    fix: 'Remove what is not needed, or split the standard.',
  }),
  notWorkbook: () => ({
    message: 'This is neither an .xlsx workbook nor JSON.',
    fix: 'Save it as .xlsx in Excel or WPS and try again.',
  }),
};
