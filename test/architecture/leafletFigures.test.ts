import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { checkDirectory } from '#rules/catalogue.ts';
import type { Condition, RuleSet } from '#rules/ruleset.ts';
import { sourcesUnder, treeOf } from './support/sources.ts';

/**
 * The leaflet's lengths, counts and dates are parameters of rule files. A screen that speaks of one reads it from
 * there, so a text with such a figure written into it would be wrong as soon as a supervisor changes the rule.
 */
const figures =
  /14日(以内|目)|50分|10(ファイル|枚)|2 ?MB|[23]週間|50件|51件|31日(経過|間|後)|過去1年|送受信後1年|5年以内|2020年1月|2020-01-0[16]|2097152|2_097_152/;

const words = (node: ts.Node): string | null =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node)
    ? node.text
    : ts.isJsxText(node) || ts.isNumericLiteral(node)
      ? node.getText()
      : null;

const sources = sourcesUnder('app', 'db/queries', 'db/stores', 'jobs').filter(
  ({ path }) => !path.endsWith('.mjs'),
);

/** Every text and number written in the code, comments left out. */
const written = sources.flatMap((source) => {
  const found: { at: string; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const text = words(node);
    if (text !== null) found.push({ at: source.path, text });
    ts.forEachChild(node, visit);
  };
  visit(treeOf(source));
  return found;
});

const { ruleSets } = await checkDirectory('rules');

/** Parameters a rule set uses itself: in conditions, messages and the due date. */
function usedInside({ rules, sharedConditions, appliesWhen, outcome }: RuleSet): Set<string> {
  const conditions: Condition[] = [
    ...(appliesWhen ? [appliesWhen] : []),
    ...rules.map((rule) => rule.conditions),
    ...Object.values(sharedConditions).map((shared) => shared.conditions),
  ];
  const text = JSON.stringify([conditions, rules.map(({ message }) => message), outcome?.dueDate?.parameter]);
  return new Set(
    [...text.matchAll(/param\.(\w+)|"parameter":"(\w+)"|"(\w+)"\]$/g)].flatMap((match) => match.slice(1)),
  );
}

describe('the figures of the leaflet', () => {
  test('stand in rule files only', () => {
    expect(written.filter(({ text }) => figures.test(text)).map(({ at, text }) => `${at}: ${text}`)).toEqual(
      [],
    );
  });

  test('and the search for them finds what it looks for', () => {
    const sentences = [
      '14日以内に',
      '認証キーは50分間のみ有効',
      '10ファイルまで',
      '50件超',
      '31日経過後',
      '3週間を経過',
    ];
    expect(sentences.filter((sentence) => !figures.test(sentence))).toEqual([]);
  });

  test('and every parameter is read by a rule or by the code', () => {
    const texts = new Set(written.map(({ text }) => text));
    const idle = ruleSets.flatMap((ruleSet) => {
      const inside = usedInside(ruleSet);
      return Object.keys(ruleSet.parameters)
        .filter((name) => !inside.has(name) && !texts.has(name))
        .map((name) => `${ruleSet.id}: ${name}`);
    });
    expect(idle).toEqual([]);
  });

  test('and whatever the code reads by name is a parameter', () => {
    const known = new Set(ruleSets.flatMap(({ parameters }) => Object.keys(parameters)));
    const read = sources.flatMap((source) => {
      const names: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
          const [, name] = node.arguments;
          if (node.expression.name.text === 'parameter' && name && ts.isStringLiteral(name))
            names.push(name.text);
        }
        ts.forEachChild(node, visit);
      };
      visit(treeOf(source));
      return names;
    });
    expect(read).not.toEqual([]);
    expect(read.filter((name) => !known.has(name))).toEqual([]);
  });
});
