import { referralStates, referralTransitions } from '#app/domain/referral.ts';
import { referralMarks } from '#app/text/status.ts';
import { page, table } from './markdown.ts';

const arrows = (): string[] =>
  referralTransitions.flatMap(({ event, from, to, by }) =>
    from.map((start) => `  ${start} --> ${to}: ${event} (${by.join(', ')})`),
  );

/** The life of a referral. */
export const referralStatesPage = (): string =>
  page(
    'States of a referral',
    '`app/domain/referral.ts`',
    ['```mermaid', 'stateDiagram-v2', '  [*] --> referred', ...arrows(), '```'].join('\n'),
    table(
      ['state', 'on screen'],
      referralStates.map((state) => [`\`${state}\``, referralMarks[state].word]),
    ),
  );
