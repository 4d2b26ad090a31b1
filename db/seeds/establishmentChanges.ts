import type { EmployerActor } from '#app/domain/actor.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { counterOnly } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { returnRequest } from '#app/procedures/changeRequest/return.ts';
import { saveEstablishmentChange } from '#app/procedures/changeRequest/saveEstablishment.ts';
import { submitEstablishmentChange } from '#app/procedures/changeRequest/submitEstablishment.ts';
import { correctEstablishment } from '#app/procedures/establishment/correct.ts';
import type { House } from './house.ts';
import type { Counter, Step } from './stories.ts';

type DemoChange = {
  /** What the counter has corrected while the request waited. */
  corrected?: FormValues;
  /** What the employer asks for. */
  asked: FormValues;
  /** What the counter has written back; a request without it still waits. */
  returned?: string;
};

/** Which establishments of the demo ask for 事業所情報の変更, and how far it has come. */
export const demoEstablishmentChanges: Readonly<Record<number, DemoChange>> = {
  0: {
    asked: {
      representative_title: '代表取締役社長',
      features: '焼きたてを、その日のうちにお届けします（見本）。',
    },
    returned:
      '代表者の役職が変わったことの分かる書類（登記事項証明書の写しなど）を、窓口にお持ちください（見本）。',
  },
  7: {
    corrected: { fax: '0300009876' },
    asked: {
      contact_department: '人事総務部',
      features: '在宅勤務とフレックスタイム制を取り入れています（見本）。',
    },
  },
};

/** An employer asks for a change of the registered data; the counter corrects them meanwhile, or answers. */
export function tellEstablishmentChange(
  house: House,
  employer: () => EmployerActor,
  { clerk }: Counter,
  { corrected, asked, returned }: DemoChange,
): Step[] {
  const load = async (): Promise<Establishment> => {
    const id = employer().establishmentId ?? '';
    const establishment = await house.read.establishments.find({ kind: 'all' }, id);
    if (!establishment) throw new Error('The establishment of the story is gone.');
    return establishment;
  };
  const step = (daysAgo: number, hour: string, act: () => Promise<unknown>): Step => ({
    at: house.time.at(daysAgo, hour),
    act: async () => {
      await act();
      return undefined;
    },
  });
  let requestId = '';
  const correct = async () => {
    const { id, version, details } = await load();
    await house.act(correctEstablishment, clerk, {
      establishmentId: id,
      version,
      values: { ...details, ...corrected },
      reason: '電話での申し出を確認（見本）',
      knownOthers: [],
    });
  };
  const ask = async () => {
    const { version, details } = await load();
    const own = Object.entries(details).filter(([name]) => !counterOnly.includes(name));
    const values = { ...Object.fromEntries(own), ...asked };
    ({ requestId } = await house.act(saveEstablishmentChange, employer(), { version, values }));
    house.time.pass(4);
    const shown = { requestId, version: 1, establishmentVersion: version };
    await house.act(submitEstablishmentChange, employer(), shown);
  };
  return [
    step(3, '13:40', ask),
    ...(corrected === undefined ? [] : [step(2, '11:10', correct)]),
    ...(returned === undefined
      ? []
      : [
          step(2, '10:20', () =>
            house.act(returnRequest, clerk, { requestId, version: 2, message: returned }),
          ),
        ]),
  ];
}
