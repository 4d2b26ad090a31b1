import { changeStates, changeTransitions } from '#app/domain/changeRequest.ts';
import { changeMarks } from '#app/text/status.ts';
import { page, table } from './markdown.ts';

const arrows = (): string[] =>
  changeTransitions.flatMap(({ event, from, to, by }) =>
    from.map((start) => `  ${start} --> ${to}: ${event} (${by})`),
  );

const diagram = (): string =>
  ['```mermaid', 'stateDiagram-v2', '  [*] --> draft', '  [*] --> submitted', ...arrows(), '```'].join('\n');

/** The life of a change request. */
export const changeStatesPage = (): string =>
  page(
    'States of a change request',
    '`app/domain/changeRequest.ts`',
    diagram(),
    table(
      ['state', 'on screen'],
      changeStates.map((state) => [`\`${state}\``, changeMarks[state].word]),
    ),
  );
