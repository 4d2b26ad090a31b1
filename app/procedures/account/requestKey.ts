import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { throttleMails } from '../throttle.ts';

type Input = { email: string; purpose: 'start' | 'register' | 'forgot' };

/**
 * Leaflet step ③: 「利用規約などに同意し、登録したメールアドレスを入力」. Whether the address is known is looked up by the
 * job alone, so the page answers with the same words, status and time for every address. The same for a password that
 * was forgotten.
 */
export const requestKey = defineProcedure<Input, null>({
  name: 'account.requestKey',
  permission: 'account.open',
  input: object({
    email: { type: 'string', minLength: 3, maxLength: 100 },
    purpose: { enum: ['start', 'register', 'forgot'] },
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
