import { ruleChangeStates, ruleChangeTransitions } from '#app/domain/ruleChange.ts';
import { ruleChangeMarks } from '#app/text/staff/ruleChanges.ts';
import { page, table } from './markdown.ts';

const arrows = (): string[] =>
  ruleChangeTransitions.flatMap(({ event, from, to, by }) =>
    from.map((start) => `  ${start} --> ${to}: ${event} (${by})`),
  );

const diagram = (): string =>
  ['```mermaid', 'stateDiagram-v2', '  [*] --> draft', ...arrows(), '```'].join('\n');

/** The life of a change of a rule set. */
export const ruleChangeStatesPage = (): string =>
  page(
    'States of a change of a rule set',
    '`app/domain/ruleChange.ts`',
    diagram(),
    table(
      ['state', 'on screen'],
      ruleChangeStates.map((state) => [`\`${state}\``, ruleChangeMarks[state].word]),
    ),
  );
