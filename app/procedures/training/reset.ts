import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';
import { trainingSubject } from './support.ts';

/** はじめからやり直す: the invented data and the clock go back to where the training began. */
export const resetTraining = defineProcedure<Record<string, never>, null>({
  name: 'training.reset',
  permission: 'training.move',
  input: object({}),
  audit: 'training.reset',

  async run({ stores, today, record }) {
    const training = notFoundUnless(await stores.training.find());
    if (training.resetAsked) throw new Conflict(trainingSubject);
    await stores.training.askReset();
    record({ subject: trainingSubject, detail: { at: today } });
    return done(null);
  },
});
