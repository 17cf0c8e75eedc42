import ts from 'typescript';
import type { ProjectFile } from './project-file.ts';

export interface Import {
  /** As written; a computed one is `null`. */
  readonly specifier: string | null;
  /** Whether nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Something that reaches outside the program without an import. */
export interface Use {
  readonly what: 'environment' | 'clock' | 'global';
  readonly text: string;
  readonly line: number;
}

export interface SourceFacts {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
  readonly onlyReExports: boolean;
}

/** Reads what a source imports and touches from its syntax alone: no type check, no disk. */
export function sourceFacts(file: ProjectFile): SourceFacts {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const uses: Use[] = [];
  const lineOf = (node: ts.Node): number =>
    source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const visit = (node: ts.Node): void => {
    const found = importIn(node);
    if (found !== null) imports.push({ ...found, line: lineOf(node) });
    const what = useIn(node);
    if (what !== null) uses.push({ what, text: node.getText(source), line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  const { statements } = source;
  return {
    path: file.path,
    imports,
    uses,
    onlyReExports: statements.length > 0 && statements.every(isReExport),
  };
}

function isReExport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}

function importIn(node: ts.Node): Omit<Import, 'line'> | null {
  if (ts.isImportDeclaration(node)) {
    return { specifier: literal(node.moduleSpecifier), typeOnly: importsTypesOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: literal(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    const { argument } = node;
    return { specifier: ts.isLiteralTypeNode(argument) ? literal(argument.literal) : null, typeOnly: true };
  }
  if (ts.isCallExpression(node) && isLoading(node.expression)) {
    const [first] = node.arguments;
    return { specifier: first === undefined ? null : literal(first), typeOnly: false };
  }
  return null;
}

function isLoading(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || isNamed(callee, 'require');
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function literal(node: ts.Node): string | null {
  return ts.isStringLiteralLike(node) ? node.text : null;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

const CLOCKS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  performance: ['now', 'timeOrigin'],
  process: ['hrtime', 'uptime'],
};

const GLOBALS = ['process', 'console', 'fetch', 'setTimeout', 'setInterval', 'setImmediate'];

function useIn(node: ts.Node): Use['what'] | null {
  if (isEnvironment(node)) return 'environment';
  if (isClock(node)) return 'clock';
  const isGlobal = ts.isIdentifier(node) && GLOBALS.includes(node.text) && isReference(node);
  return isGlobal || isMember(node, 'Math', 'random') ? 'global' : null;
}

function isEnvironment(node: ts.Node): boolean {
  if (isMember(node, 'process', 'env') || isMember(node, 'Bun', 'env')) return true;
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return false;
  return isNamed(node.initializer, 'process') && ts.isObjectBindingPattern(node.name);
}

function isClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node))
    return isNamed(node.expression, 'Date') && (node.arguments ?? []).length === 0;
  if (ts.isCallExpression(node)) return isNamed(node.expression, 'Date');
  return Object.entries(CLOCKS).some(([object, names]) => names.some((name) => isMember(node, object, name)));
}

/** `object.name` or `object['name']`, also by way of `globalThis`. */
function isMember(node: ts.Node, object: string, name: string): boolean {
  const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  if (!isAccess || memberName(node) !== name) return false;
  return isNamed(node.expression, object) || isMember(node.expression, 'globalThis', object);
}

function memberName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | null {
  return ts.isPropertyAccessExpression(node) ? node.name.text : literal(node.argumentExpression);
}

/** Whether the identifier stands for a value, not for a member or a key of that name. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !('name' in parent && parent.name === node);
}
