import { loadCatalogue } from '#rules/catalogue.ts';
import type { Parameter, RuleSet } from '#rules/ruleset.ts';
import { page, table } from './markdown.ts';

const figure = (parameter: Parameter): string =>
  parameter.type === 'integer' ? `${parameter.value} ${parameter.unit}` : parameter.value;

const section = ({ id, version, title, effective, parameters, sources }: RuleSet): string => {
  const quoteOf = (source: string): string => sources.find((one) => one.id === source)?.quote ?? '';
  return [
    `## ${title}`,
    `\`${id}\` ${version}, in force from ${effective.from}${effective.to === null ? '' : ` to ${effective.to}`}`,
    table(
      ['parameter', 'meaning', 'value', 'bounds', 'source'],
      Object.entries(parameters).map(([name, parameter]) => [
        `\`${name}\``,
        parameter.label,
        figure(parameter),
        `${parameter.min} – ${parameter.max}`,
        quoteOf(parameter.source),
      ]),
    ),
  ].join('\n\n');
};

/** Every figure that can be changed without touching a rule. */
export const limitsPage = async (): Promise<string> => {
  const ruleSets = (await loadCatalogue('rules')).all();
  return page(
    'Limits',
    '`rules/**/*.json`',
    ...ruleSets.filter(({ parameters }) => Object.keys(parameters).length > 0).map(section),
  );
};
