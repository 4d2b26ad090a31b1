import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';
import { trainingSubject } from './support.ts';

/** ここで止める: the clock stays where it has come to. */
export const haltTraining = defineProcedure<Record<string, never>, null>({
  name: 'training.halt',
  permission: 'training.move',
  input: object({}),
  audit: 'training.halted',

  async run({ stores, today, record }) {
    const training = notFoundUnless(await stores.training.find());
    if (training.goal === null) throw new Conflict(trainingSubject);
    await stores.training.clearGoal();
    record({ subject: trainingSubject, detail: { at: today, to: training.goal.to } });
    return done(null);
  },
});
