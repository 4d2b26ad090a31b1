import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { codeFolders, type Source, sourcesUnder, treeOf } from './support/sources.ts';

const sources = sourcesUnder(...codeFolders).filter(({ path }) => !path.endsWith('.mjs'));

/** Where a check says yes, as `path:line: text`. Comments are not looked at. */
function findings(files: readonly Source[], isFound: (node: ts.Node) => boolean): string[] {
  return files.flatMap((source) => {
    const tree = treeOf(source);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (isFound(node)) {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
        found.push(`${source.path}:${line + 1}: ${node.getText(tree).slice(0, 80)}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

const isMember = (node: ts.Node, object: string, property: string): boolean =>
  ts.isPropertyAccessExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === object &&
  node.name.text === property;

const under = (...folders: readonly string[]): Source[] =>
  sources.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));

const outside = (...paths: readonly string[]): Source[] =>
  sources.filter(({ path }) => !paths.includes(path));

describe('habits of the house', () => {
  test('the environment is read where a process starts, and parsed in env.server.ts', () => {
    const entries = [
      'app/env.server.ts',
      'app/process.server.ts',
      'db/cli.ts',
      'db/backup/cli.ts',
      'rules/cli.ts',
    ];
    expect(findings(outside(...entries), (node) => isMember(node, 'process', 'env'))).toEqual([]);
  });

  test('nothing in the domain, the rules or a procedure reads a clock', () => {
    const readsClock = (node: ts.Node): boolean =>
      isMember(node, 'Date', 'now') ||
      isMember(node, 'performance', 'now') ||
      (ts.isNewExpression(node) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'Date' &&
        (node.arguments ?? []).length === 0);
    expect(findings(under('app/domain/', 'rules/', 'app/procedures/'), readsClock)).toEqual([]);
  });

  test('chance only spreads waiting times', () => {
    const waiting = ['db/patience.ts', 'jobs/execution.ts'];
    expect(findings(outside(...waiting), (node) => isMember(node, 'Math', 'random'))).toEqual([]);
  });

  test('raw SQL is made of fixed pieces; values are bound', () => {
    /** Texts of the file that stand at its top and have nothing in them to fill in. */
    const fixedTextsOf = (tree: ts.SourceFile): ReadonlySet<string> =>
      new Set(
        tree.statements
          .filter(ts.isVariableStatement)
          .flatMap(({ declarationList }) => [...declarationList.declarations])
          .filter(({ initializer }) => initializer !== undefined && ts.isStringLiteralLike(initializer))
          .map(({ name }) => name.getText(tree)),
      );
    const isFixed = (argument: ts.Expression | undefined): boolean => {
      if (argument === undefined || ts.isBinaryExpression(argument)) return argument === undefined;
      if (!ts.isTemplateExpression(argument)) return true;
      const fixed = fixedTextsOf(argument.getSourceFile());
      return argument.templateSpans.every(({ expression }) => fixed.has(expression.getText()));
    };
    const isBuilt = (node: ts.Node): boolean =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      /^raw$|Raw$/.test(node.expression.name.text) &&
      !isFixed(node.arguments[0]);
    // PRAGMA takes no bindings; the ranks of the search are a table of fixed clauses with bindings of their own.
    const readByHand = ['db/cli.ts', 'db/queries/establishmentSearch.ts'];
    expect(findings(outside(...readByHand), isBuilt)).toEqual([]);
  });

  test('no page is made of HTML text', () => {
    const isInnerHtml = (node: ts.Node): boolean =>
      ts.isIdentifier(node) && ['dangerouslySetInnerHTML', 'innerHTML'].includes(node.text);
    expect(findings(sources, isInnerHtml)).toEqual([]);
  });

  test('Japanese stands in texts, forms, rules and invented data, not in the machinery', () => {
    const machinery = under('app/procedures/', 'app/web/', 'db/', 'app/domain/').filter(
      ({ path }) => !path.startsWith('db/seeds/') && path !== 'app/domain/calendar.ts',
    );
    const isJapanese = (node: ts.Node): boolean =>
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
      /[\u3040-\u30ff\u4e00-\u9fff]/.test(node.text);
    expect(findings(machinery, isJapanese)).toEqual([]);
  });

  test('nothing silences the compiler or the linter', () => {
    const silencers = /@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore|eslint-disable/;
    const found = [...sources, ...sourcesUnder('test')]
      .filter(({ path, text }) => path !== 'test/architecture/habits.test.ts' && silencers.test(text))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  test('no test is left out or run alone', () => {
    const found = sourcesUnder('test')
      .filter(({ text }) => /\b(?:test|it|describe)\.(?:only|skip|todo)\b/.test(text))
      .filter(({ path }) => path !== 'test/architecture/habits.test.ts')
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });
});

describe('routes', () => {
  const builders = /^(?:staff|mypage|start|public|demo)Route\.(?:loader|action)$/;

  test('every loader and action is made by a builder, which guards it', () => {
    const isHandler = (name: ts.BindingName): boolean =>
      ts.isIdentifier(name) && ['loader', 'action'].includes(name.text);
    const isBuilt = (value: ts.Expression | undefined): boolean =>
      value !== undefined && ts.isCallExpression(value) && builders.test(value.expression.getText());
    const unguarded = (node: ts.Node): boolean =>
      (ts.isVariableDeclaration(node) && isHandler(node.name) && !isBuilt(node.initializer)) ||
      (ts.isFunctionDeclaration(node) && node.name !== undefined && isHandler(node.name)) ||
      (ts.isExportSpecifier(node) && ['loader', 'action'].includes(node.name.text));
    // root.tsx is the frame of every page, of error pages too: it says the mode and knows no record.
    expect(under('app/routes/')).not.toEqual([]);
    expect(findings(under('app/routes/'), unguarded)).toEqual([]);
  });
});
