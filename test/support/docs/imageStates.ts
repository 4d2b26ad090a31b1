import { imageStates, imageTransitions } from '#app/domain/image.ts';
import { imageMarks } from '#app/text/status.ts';
import { page, table } from './markdown.ts';

const arrows = (): string[] =>
  imageTransitions.flatMap(({ event, from, to, by }) =>
    from.map((start) => `  ${start} --> ${to}: ${event} (${by})`),
  );

/** The life of an image of an establishment. */
export const imageStatesPage = (): string =>
  page(
    'States of an image',
    '`app/domain/image.ts`',
    ['```mermaid', 'stateDiagram-v2', '  [*] --> inspecting', ...arrows(), '```'].join('\n'),
    table(
      ['state', 'on screen'],
      imageStates.map((state) => [`\`${state}\``, imageMarks[state].word]),
    ),
  );
