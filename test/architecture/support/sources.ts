import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../../..');

/** One import of a source file. `target` is a path from the root, or the name of a package. */
export type Import = { target: string; isPackage: boolean; typeOnly: boolean };

export type Source = { path: string; text: string; imports: readonly Import[] };

const aliases = ['app', 'rules', 'db', 'jobs', 'fixtures', 'test'];

/** `@scope/name/deep/file` → `@scope/name` */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function resolve(file: string, specifier: string): Pick<Import, 'target' | 'isPackage'> {
  const alias = aliases.find((name) => specifier.startsWith(`#${name}/`));
  if (alias) return { target: specifier.slice(1), isPackage: false };
  if (specifier.startsWith('.')) {
    return {
      target: path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, '')),
      isPackage: false,
    };
  }
  return { target: packageOf(specifier), isPackage: true };
}

/** `import type …`, `export type …`, and braces in which every name says `type`. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  const names = clause.namedBindings;
  return (
    clause.isTypeOnly ||
    (!clause.name &&
      names !== undefined &&
      ts.isNamedImports(names) &&
      names.elements.length > 0 &&
      names.elements.every((name) => name.isTypeOnly))
  );
}

function importsOf(file: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
      found.push({ ...resolve(file, specifier), typeOnly: isTypeOnly(node) });
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      found.push({ ...resolve(file, node.arguments[0].text), typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

export const treeOf = ({ path: file, text }: Pick<Source, 'path' | 'text'>): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** Every code file under the folders, by its path from the root. */
export function sourcesUnder(...folders: readonly string[]): Source[] {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
        .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
    )
    .toSorted()
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return { path: file, text, imports: importsOf(file, treeOf({ path: file, text })) };
    });
}

/** Every folder with code of ours. */
export const codeFolders = ['app', 'rules', 'db', 'jobs', 'fixtures'];

export const readRoot = (file: string): string => readFileSync(path.join(root, file), 'utf8');
