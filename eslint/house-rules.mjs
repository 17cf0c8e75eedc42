import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

/** The rule, but silent about what `isExempt` accepts. */
function exempting(rule, isExempt) {
  const create = (context) => {
    const report = (problem) => {
      if (!isExempt(problem.node, context.sourceCode)) context.report(problem);
    };
    return rule.create(Object.create(context, { report: { value: report } }));
  };
  return { meta: rule.meta, defaultOptions: rule.defaultOptions, create };
}

/** A suite is a list of tests, not a function that somebody has to keep in mind. */
function isSuite(node) {
  return node.parent?.type === 'CallExpression' && /^describe/.test(node.parent.callee.name ?? '');
}

/** A comment on a cast's own lines, or on the line above it, says why the cast is right. */
function isExplained(node, sourceCode) {
  const { start, end } = node.loc;
  return sourceCode
    .getAllComments()
    .some(({ loc }) => loc.end.line >= start.line - 1 && loc.start.line <= end.line);
}

export const house = {
  rules: {
    'max-lines-per-function': exempting(builtinRules.get('max-lines-per-function'), isSuite),
    'explained-cast': exempting(tseslint.plugin.rules['no-unsafe-type-assertion'], isExplained),
  },
};

const VAGUE_NAME =
  '/^(data|info|manager|handle|process|utils?|helpers?|tmp|temp|obj|arr|val|str|num|idx|fn|cb|ctx|req|res|err)$/';

/** Syntax that no file has. */
export const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  ...[
    `VariableDeclarator > Identifier.id[name=${VAGUE_NAME}]`,
    `FunctionDeclaration > Identifier.id[name=${VAGUE_NAME}]`,
    `:function > Identifier.params[name=${VAGUE_NAME}]`,
    `CatchClause > Identifier.param[name=${VAGUE_NAME}]`,
  ].map((selector) => ({ selector, message: 'Say what it is: no vague names, no abbreviations.' })),
];

/** Syntax that reads the environment. */
export const environment = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Only src/config.ts reads the environment.',
  },
];

/** Syntax that asks what time it is; `new Date(instant)` only computes. */
export const clock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'CallExpression[callee.object.name="performance"][callee.property.name="now"]',
].map((selector) => ({ selector, message: 'Only src/platform/clock.ts asks what time it is.' }));

const ASSERTION =
  'CallExpression:matches([callee.name=/^(expect|assert)/], [callee.property.name=/^(expect|assert)/])';

/** Syntax that makes a test worthless. */
export const worthlessTests = [
  {
    selector: `CallExpression[callee.name="it"] > :function:not(:has(${ASSERTION}))`,
    message: 'A test that asserts nothing cannot fail.',
  },
  {
    selector: 'MemberExpression[object.name=/^(it|describe)$/][property.name=/^(only|skip)$/]',
    message: 'Every test runs; one that cannot run here says why in its title.',
  },
];

const NEWER_METHOD =
  '/^(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|hasOwn|groupBy|randomUUID|checkVisibility)$/';

/** Methods that the oldest supported browser, Chromium 86, does not know. */
export const newerThanTheFloor = [
  { selector: `MemberExpression[property.name=${NEWER_METHOD}]`, message: 'Chromium 86 does not know it.' },
  { selector: 'Identifier[name="structuredClone"]', message: 'Chromium 86 does not know it.' },
];
