import { actorId } from '#app/domain/actor.ts';
import { isCalendarDate } from '#app/domain/calendar.ts';
import { type MinimumWage, minimumWageDays, minimumWageYen } from '#app/domain/minimumWage.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { calendarDate, object, shortText } from '../schemas.ts';
import { yenFrom } from './known.ts';

type Input = {
  /** 官報, the announcement of the 労働局: where the figures stand. */
  source: string;
  /** `before`: what was known from that day on when the page was shown; null for nothing. */
  wages: readonly (MinimumWage & { before: number | null })[];
};

const yen = { type: 'integer', minimum: minimumWageYen.least, maximum: minimumWageYen.most };

/**
 * 最低賃金の登録: of one prefecture or, out of a file, of many. A wage that begins on a day for which one is known
 * replaces it; one that is known already stays as it is.
 */
export const enterMinimumWages = defineProcedure<Input, { entered: number }>({
  name: 'minimumWage.enter',
  permission: 'minimumWage.enter',
  input: object({
    source: shortText(100),
    wages: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: object({
        prefecture: { type: 'string', pattern: '^(0[1-9]|[1-3][0-9]|4[0-7])$' },
        yen,
        from: calendarDate,
        before: { type: ['integer', 'null'] },
      }),
    },
  }),
  audit: 'minimumWage.entered',

  async run({ actor, stores, today, now, newId, record }, { source, wages }) {
    const { first, last } = minimumWageDays(today);
    if (wages.some(({ from }) => !isCalendarDate(from) || from < first || from > last)) {
      const params = { first, last };
      return refuse('fields-wrong', { fields: [{ field: 'effective_from', code: 'outside-days', params }] });
    }
    const entered = await stores.minimumWages.all();
    if (wages.some((wage) => yenFrom(entered, wage) !== wage.before)) return refuse('wages-changed');
    const changes = wages.filter((wage) => wage.yen !== wage.before);
    if (changes.length === 0) return refuse('wages-known');

    for (const { prefecture, from, yen, before } of changes) {
      const earlier = entered.find((wage) => wage.prefecture === prefecture && wage.from === from);
      const wage = { prefecture, from, yen, source, enteredBy: actorId(actor), enteredAt: now };
      const id = earlier?.id ?? newId();
      if (earlier) await stores.minimumWages.update({ ...earlier, ...wage });
      else await stores.minimumWages.insert({ ...wage, id, version: 1 });
      record({
        subject: { type: 'minimum_wage', id },
        detail: { prefecture, from, yen, before },
        personal: { source },
      });
    }
    return done({ entered: changes.length });
  },
});
