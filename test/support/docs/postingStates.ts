import { postingStates, transitions } from '#app/domain/posting.ts';
import { postingMarks } from '#app/text/status.ts';
import { page, table } from './markdown.ts';

const arrows = (): string[] =>
  transitions.flatMap(({ event, from, to, by }) =>
    from.flatMap((start) => to.map((end) => `  ${start} --> ${end}: ${event} (${by})`)),
  );

const diagram = (): string =>
  ['```mermaid', 'stateDiagram-v2', '  [*] --> draft', ...arrows(), '```'].join('\n');

/** The life of a posting. */
export const postingStatesPage = (): string =>
  page(
    'States of a posting',
    '`app/domain/posting.ts`',
    diagram(),
    table(
      ['state', 'on screen'],
      postingStates.map((state) => [`\`${state}\``, postingMarks[state].word]),
    ),
  );
