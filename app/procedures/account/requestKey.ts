import { done, type Outcome, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, type PreparationContext } from '../procedure.ts';
import { object } from '../schemas.ts';
import { dayMs, later, throttleKey } from '../throttle.ts';

type Input = { email: string; purpose: 'start' | 'register' };

/**
 * Leaflet step ③: 「利用規約などに同意し、登録したメールアドレスを入力」. Whether the address is known is looked up by the
 * job alone, so the page answers with the same words, status and time for every address.
 */
export const requestKey = defineProcedure<Input, null>({
  name: 'account.requestKey',
  permission: 'account.open',
  input: object({
    email: { type: 'string', minLength: 3, maxLength: 100 },
    purpose: { enum: ['start', 'register'] },
  }),
  audit: 'account.keyRequested',

  prepare: (context, input) => throttleMails(context, input.email),

  async run({ stores, now, newId, record, enqueue }, input) {
    const requestId = newId();
    await stores.keys.insertRequest({
      id: requestId,
      email: input.email,
      purpose: input.purpose,
      requestedAt: now,
    });
    enqueue({ kind: 'key.issue', payload: { requestId }, dedupe: `key.issue:${requestId}` });
    record({ subject: { type: 'keyRequest', id: requestId }, detail: { purpose: input.purpose } });
    return done(null);
  },
});

/** One mail a minute and five a day for each address (rules/limits/account.json), known or not. */
async function throttleMails(
  { stores, rules, now, today }: PreparationContext,
  email: string,
): Promise<Outcome<undefined>> {
  const limit = (name: string): number => Number(rules.parameter('limits/account', name, today));
  const seconds = limit('keyMailIntervalSeconds');
  const thisMinute = await stores.throttles.count(
    throttleKey('keyMail', email),
    now,
    later(now, seconds * 1_000),
  );
  if (thisMinute > 1) return refuse('key-mail-too-soon', { params: { seconds } });
  const perDay = limit('keyMailsPerDay');
  const thisDay = await stores.throttles.count(throttleKey('keyMailDay', email), now, later(now, dayMs));
  if (thisDay > perDay) return refuse('key-mail-too-many', { params: { count: perDay } });
  return done(undefined);
}
