import ts from 'typescript';

/** A project's sources with their types, and the tables of words among them. */
export interface TextTables {
  readonly program: ts.Program;
  readonly root: string;
  /** Where each entry and each table of entries is declared, by where it stands, such as `lists.search`. */
  readonly paths: ReadonlyMap<ts.Declaration, string>;
  /** The entries alone. */
  readonly entries: ReadonlySet<string>;
}

/** Reads the sources below `src` as the compiler does; all words stand in what `src/language/zh.ts` exports. */
export function textTables(root: string): TextTables {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const files = ts.sys.readDirectory(`${root}/src`, ['.ts']);
  const program = ts.createProgram(files, options);
  const paths = new Map<ts.Declaration, string>();
  const entries = new Set<string>();
  collect(chineseTable(program, root), '', program.getTypeChecker(), paths, entries);
  return { program, root, paths, entries };
}

function chineseTable(program: ts.Program, root: string): ts.Type {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(`${root}/src/language/zh.ts`);
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const table = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === 'zh');
  if (table === undefined) throw new Error('src/language/zh.ts exports no zh');
  return checker.getTypeOfSymbol(table);
}

function collect(
  table: ts.Type,
  above: string,
  checker: ts.TypeChecker,
  paths: Map<ts.Declaration, string>,
  entries: Set<string>,
): void {
  for (const property of table.getProperties()) {
    const path = above === '' ? property.name : `${above}.${property.name}`;
    const type = checker.getTypeOfSymbol(property);
    for (const declaration of property.declarations ?? []) paths.set(declaration, path);
    if (isEntry(type, checker)) entries.add(path);
    else collect(type, path, checker, paths, entries);
  }
}

/** A text, a function that makes one, or a list of texts. */
function isEntry(type: ts.Type, checker: ts.TypeChecker): boolean {
  const isText = (type.flags & ts.TypeFlags.StringLike) !== 0;
  return isText || type.getCallSignatures().length > 0 || checker.isArrayLikeType(type);
}
