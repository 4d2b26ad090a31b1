import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { counterOnly } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { acceptEstablishmentChange } from '#app/procedures/changeRequest/acceptEstablishment.ts';
import { saveEstablishmentChange } from '#app/procedures/changeRequest/saveEstablishment.ts';
import { submitEstablishmentChange } from '#app/procedures/changeRequest/submitEstablishment.ts';
import { correctEstablishment } from '#app/procedures/establishment/correct.ts';
import { validPosting } from './changes.ts';
import type { OpenDatabase } from './database.ts';
import { granted } from './world.ts';

/** An employer with a registered establishment, and what can be asked and corrected about it. */
export async function registeredEmployer(open: OpenDatabase) {
  const world = await validPosting(open);
  const { office, employer, decidable } = world;
  const id = employer.establishmentId ?? '';
  const establishment = async (): Promise<Establishment> => {
    const found = await office.stores.establishments.find({ kind: 'all' }, id);
    if (!found) throw new Error('The establishment is gone.');
    return found;
  };
  /** The fields an employer fills in, as they are registered, with some of them changed. */
  const valuesWith = async (changed: FormValues): Promise<FormValues> => {
    const { details } = await establishment();
    const own = Object.entries(details).filter(([name]) => !counterOnly.includes(name));
    return { ...Object.fromEntries(own), ...changed };
  };
  const save = async (changed: FormValues) =>
    office.perform(saveEstablishmentChange, employer, {
      version: (await establishment()).version,
      values: await valuesWith(changed),
    });
  const send = async (requestId: string) =>
    office.perform(submitEstablishmentChange, employer, {
      ...(await decidable(requestId)),
      establishmentVersion: (await establishment()).version,
    });
  const acceptInput = async (requestId: string) => ({
    ...(await decidable(requestId)),
    establishmentVersion: (await establishment()).version,
  });
  return {
    ...world,
    id,
    establishment,
    valuesWith,
    save,
    send,
    acceptInput,
    /** Saved and handed in. */
    asked: async (changed: FormValues): Promise<ChangeRequest> => {
      const { requestId } = granted(await save(changed));
      granted(await send(requestId));
      return world.request(requestId);
    },
    acceptChange: async (requestId: string) =>
      granted(
        await office.perform(acceptEstablishmentChange, office.staff.clerk, await acceptInput(requestId)),
      ),
    correct: async (changed: FormValues, reason = '登記事項証明書で確認（見本）', known: string[] = []) => {
      const { version, details } = await establishment();
      return office.perform(correctEstablishment, office.staff.clerk, {
        establishmentId: id,
        version,
        values: { ...details, ...changed },
        reason,
        knownOthers: known,
      });
    },
  };
}
