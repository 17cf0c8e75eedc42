import ts from 'typescript';
import type { TextTables } from './text-tables.ts';

/** The entries that sources outside of `src/language` use, and those below tables that they use as a whole. */
export function usedInSources(tables: TextTables): ReadonlySet<string> {
  const { program, root } = tables;
  const uses = new Uses(tables);
  for (const source of program.getSourceFiles()) {
    const { fileName } = source;
    if (!fileName.startsWith(`${root}/src/`) || fileName.startsWith(`${root}/src/language/`)) continue;
    const visit = (node: ts.Node): void => {
      uses.look(node);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses.found;
}

/** The entries that a template names, such as `text.lists.search`; a table that it names counts whole. */
export function usedInTemplate(template: string, entries: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, written = ''] of template.matchAll(/\btext((?:\.\w+)+)/gu)) {
    const parts = written.slice(1).split('.');
    const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    const entry = prefixes.find((prefix) => entries.has(prefix));
    for (const path of entry === undefined ? below(parts.join('.'), entries) : [entry]) found.add(path);
  }
  return found;
}

class Uses {
  readonly found = new Set<string>();
  readonly #tables: TextTables;
  readonly #checker: ts.TypeChecker;

  constructor(tables: TextTables) {
    this.#tables = tables;
    this.#checker = tables.program.getTypeChecker();
  }

  look(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) this.#use(this.#checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) this.#useElement(node);
    if (ts.isObjectBindingPattern(node)) this.#useParts(node);
    if (ts.isSpreadAssignment(node)) this.#useAll(this.#checker.getTypeAtLocation(node.expression));
    if (ts.isExpression(node) && isHandedOver(node)) this.#useAsAskedFor(node);
  }

  #useElement({ expression, argumentExpression }: ts.ElementAccessExpression): void {
    const table = this.#checker.getTypeAtLocation(expression);
    const key = this.#checker.getTypeAtLocation(argumentExpression);
    const keys = key.isUnion() ? key.types : [key];
    const names = keys.filter((type) => type.isStringLiteral()).map(({ value }) => value);
    if (names.length < keys.length) this.#useAll(table);
    else for (const name of names) this.#use(table.getProperty(name));
  }

  #useParts(pattern: ts.ObjectBindingPattern): void {
    const table = this.#checker.getTypeAtLocation(pattern);
    for (const { propertyName, name } of pattern.elements) {
      const key = propertyName ?? name;
      if (ts.isIdentifier(key) || ts.isStringLiteral(key)) this.#use(table.getProperty(key.text));
    }
  }

  /** A table given to something that asks for other names, such as a list's words: those names are used. */
  #useAsAskedFor(node: ts.Expression): void {
    const table = this.#checker.getTypeAtLocation(node);
    if (!this.#isTable(table)) return;
    const asked = this.#checker.getContextualType(node);
    if (asked === undefined || this.#isTable(asked)) return;
    if (asked.getStringIndexType() !== undefined) this.#useAll(table);
    else for (const { name } of asked.getProperties()) this.#use(table.getProperty(name));
  }

  #isTable(type: ts.Type): boolean {
    const declarations = type.getProperties().flatMap((property) => property.declarations ?? []);
    return declarations.some((declaration) => this.#tables.paths.has(declaration));
  }

  #useAll(type: ts.Type): void {
    for (const property of type.getProperties()) this.#use(property, true);
  }

  #use(symbol: ts.Symbol | undefined, isWhole = false): void {
    const { entries, paths } = this.#tables;
    for (const declaration of symbol?.declarations ?? []) {
      const path = paths.get(declaration);
      if (path === undefined) continue;
      if (entries.has(path)) this.found.add(path);
      if (isWhole) for (const entry of below(path, entries)) this.found.add(entry);
    }
  }
}

function below(path: string, entries: ReadonlySet<string>): readonly string[] {
  return [...entries].filter((entry) => entry.startsWith(`${path}.`));
}

/** Whether an expression is an argument, an answer or a part of an object, not merely looked into or named. */
function isHandedOver(node: ts.Expression): boolean {
  const { parent } = node;
  const isNamed =
    ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  if (!isNamed) return false;
  return (
    (ts.isCallExpression(parent) && parent.expression !== node) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === node) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isReturnStatement(parent) ||
    (ts.isArrowFunction(parent) && parent.body === node) ||
    ts.isConditionalExpression(parent) ||
    (ts.isVariableDeclaration(parent) && parent.type !== undefined)
  );
}
