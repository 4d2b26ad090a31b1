import { messageSamples } from '#app/text/mypage/messages.ts';

/** The buttons of a thread, posted as `_intent`. */
export const messageIntents = { send: 'send', markRead: 'mark-read' } as const;

const prefix = 'sample:';

export const sampleIntent = (id: string): string => `${prefix}${id}`;

/** The 文例 whose button was pressed, or undefined. */
export const pickedSample = (intent: string) => messageSamples.find(({ id }) => intent === sampleIntent(id));
