import ts from 'typescript';
import { expect, test } from 'vitest';
import { mailCatalogue } from '#jobs/mail/catalogue/index.ts';
import { templates } from '#jobs/mail/templates/index.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { sourcesUnder, treeOf } from './support/sources.ts';

/** A declaration at the top of a file: the mails it names, the procedure it registers, and what else it uses. */
type Declared = { name: string; mails: Set<string>; procedure: string | null; uses: Set<string> };

/** `kind: 'mail.…'` and `mail: 'mail.…'` where a value stands, not a type or a comparison. */
const mailNamed = (node: ts.Node): string[] =>
  ts.isPropertyAssignment(node) &&
  ['kind', 'mail'].includes(node.name.getText()) &&
  ts.isStringLiteral(node.initializer) &&
  node.initializer.text.startsWith('mail.')
    ? [node.initializer.text]
    : [];

/** `defineProcedure({ name: 'posting.accept', … })` */
const procedureNamed = (node: ts.Node): string | null => {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineProcedure') return null;
  const [options] = node.arguments;
  const name =
    options && ts.isObjectLiteralExpression(options)
      ? options.properties.find((one) => one.name?.getText() === 'name')
      : undefined;
  return name && ts.isPropertyAssignment(name) && ts.isStringLiteral(name.initializer)
    ? name.initializer.text
    : null;
};

function declaredIn(name: string, statement: ts.Statement): Declared {
  const declared: Declared = { name, mails: new Set(), procedure: null, uses: new Set() };
  const visit = (node: ts.Node): void => {
    for (const mail of mailNamed(node)) declared.mails.add(mail);
    declared.procedure ??= procedureNamed(node);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      declared.uses.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return declared;
}

const nameOf = (statement: ts.Statement): string | undefined =>
  ts.isFunctionDeclaration(statement)
    ? statement.name?.text
    : ts.isVariableStatement(statement)
      ? statement.declarationList.declarations[0]?.name.getText()
      : undefined;

const declarations = sourcesUnder('app/procedures').flatMap((source) =>
  treeOf(source).statements.flatMap((statement) => {
    const name = nameOf(statement);
    return name === undefined ? [] : [declaredIn(name, statement)];
  }),
);

/** The mails of a declaration and of the functions that it calls. */
function mailsOf(declared: Declared, seen = new Set<Declared>()): Set<string> {
  if (seen.has(declared)) return new Set();
  seen.add(declared);
  const called = [...declared.uses].flatMap((name) => declarations.filter((one) => one.name === name));
  return new Set([...declared.mails, ...called.flatMap((one) => [...mailsOf(one, seen)])]);
}

const procedures = declarations.filter(({ procedure }) => procedure !== null);

test('the catalogue holds every template, and says of each mail which procedures put it on its way', () => {
  const catalogue = mailCatalogue();
  expect(catalogue.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(templates).toSorted());
  const said = catalogue.map(({ kind, by }) => [kind, by.map(({ name }) => name).toSorted()]);
  const inTheCode = catalogue.map(({ kind }) => [
    kind,
    procedures
      .filter((one) => mailsOf(one).has(kind))
      .map(({ procedure }) => procedure)
      .toSorted(),
  ]);
  expect(said).toEqual(inTheCode);
});

const shipped: readonly string[] = (await loadCatalogue('rules')).all().map(({ id }) => id);

test('every rule set of the catalogue is one that is shipped', () => {
  const named = mailCatalogue().flatMap(({ ruleSet }) => ruleSet ?? []);
  expect(named.filter((id) => !shipped.includes(id))).toEqual([]);
});

test('no preview is empty, and none names a person', () => {
  for (const { preview } of mailCatalogue()) {
    expect(preview.subject).toMatch(/^【求人者マイページ】./);
    expect(preview.text.length).toBeGreaterThan(100);
  }
});
