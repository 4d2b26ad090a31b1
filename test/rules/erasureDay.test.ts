import { expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import { erasureDay, judgeRetention } from '#app/procedures/account/retention.ts';
import { loadCatalogue } from '#rules/catalogue.ts';

const rules = await loadCatalogue('rules');

test.each(['2026-11-24', '2027-01-31', '2028-02-28'])(
  'the day of erasure shown for a withdrawal of %s is the first on which the rule erases',
  async (withdrawnOn) => {
    const outcomeOn = async (day: string) => {
      const records = {
        validPostings: 0,
        withdrawnOn,
        lastInvalidOn: null,
        appliedAfterLastInvalid: 0,
      };
      return (await judgeRetention(rules, records, day)).outcome;
    };
    const day = erasureDay(rules, withdrawnOn, withdrawnOn);
    expect(await outcomeOn(addDays(day, -1))).toBe('keep');
    expect(await outcomeOn(day)).toBe('erase');
  },
);
