import ts from 'typescript';
import { matches, type ProjectFile, type Rule, type Violation } from './project-file.ts';

const TAG = /<%(?<kind>[-=_#%]?)(?<code>[\s\S]*?)[-_]?%>/gu;

/** What an EJS template breaks: it prints a view model and includes partials, nothing else. */
export function templateViolations(file: ProjectFile): readonly Violation[] {
  if (!file.path.endsWith('.ejs')) return [];
  return [...inlineCode(file), ...logic(file)];
}

function inlineCode(file: ProjectFile): readonly Violation[] {
  const markup = { path: file.path, text: file.text.replace(TAG, blank) };
  return [
    ...matches(markup, /<script(?![^>]*\ssrc\s*=)[^>]*>/giu, 'inline code', 'a script has a src'),
    ...matches(markup, /<script[^>]*>(?!\s*<\/script>)/giu, 'inline code', 'a script is empty inside'),
    ...matches(markup, /<style\b/giu, 'inline code', 'styles stand in views/assets'),
    ...matches(markup, /\s(?:on[a-z]+|style)\s*=/giu, 'inline code', 'the security policy refuses it'),
    ...matches(markup, /javascript:/giu, 'inline code', 'the security policy refuses it'),
  ];
}

function logic(file: ProjectFile): readonly Violation[] {
  const program = ts.createSourceFile(file.path, programOf(file.text), ts.ScriptTarget.Latest, true);
  const found: Violation[] = [];
  const visit = (node: ts.Node): void => {
    const complaint = complaintAbout(node);
    if (complaint !== null) {
      const line = program.getLineAndCharacterOfPosition(node.getStart(program)).line + 1;
      const [rule, message] = complaint;
      found.push({ rule, path: file.path, line, message: `${message}: ${node.getText(program)}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(program);
  return found;
}

const RAW = '__raw';

/** The template's code as one script, each line where it was, so that it can be parsed. */
function programOf(text: string): string {
  let program = '';
  let end = 0;
  for (const tag of text.matchAll(TAG)) {
    const { kind = '', code = '' } = tag.groups ?? {};
    program += `${blank(text.slice(end, tag.index))};${statement(kind, code)}`;
    end = tag.index + tag[0].length;
  }
  return program;
}

function statement(kind: string, code: string): string {
  if (kind === '#' || kind === '%') return blank(code);
  if (kind === '-') return `${RAW}(${code});`;
  return kind === '=' ? `(${code});` : code;
}

function blank(text: string): string {
  return text.replace(/[^\n]/gu, ' ');
}

const ARITHMETIC: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
];

function complaintAbout(node: ts.Node): readonly [Rule, string] | null {
  if (ts.isCallExpression(node) && isNamed(node.expression, RAW)) {
    const [printed] = node.arguments;
    const isPartial =
      printed !== undefined && ts.isCallExpression(printed) && isNamed(printed.expression, 'include');
    return isPartial && node.arguments.length === 1 ? null : ['raw output', 'only include(…) is printed raw'];
  }
  return isLogic(node) ? ['template logic', 'the view model holds the result'] : null;
}

function isLogic(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isNewExpression(node)) return true;
  if (ts.isCallExpression(node)) return isNamed(node.expression, 'require');
  if (ts.isPostfixUnaryExpression(node)) return true;
  if (ts.isPrefixUnaryExpression(node)) return node.operator !== ts.SyntaxKind.ExclamationToken;
  if (!ts.isBinaryExpression(node)) return false;
  const isSum = node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  const countsUp = isSum && [node.left, node.right].some((operand) => ts.isNumericLiteral(operand));
  return countsUp || ARITHMETIC.includes(node.operatorToken.kind);
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
