import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import type { EarlierApplication, PostingKind, VisitSituation } from '#rules/situations/visitRequired.ts';
import { rulesOf, shippedCatalogue } from './support.ts';

const kinds: readonly PostingKind[] = [
  'general',
  'disability_dedicated',
  'trial',
  'disability_trial',
  'disability_short_hours_trial',
];

/** The same day of the year before, written by hand: only 29 February has none. */
const yearBefore = (date: string): string =>
  `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`.replace(/-02-29$/, '-02-28');

/** The seven conditions once more, as plain code and without the rule file. */
const byHand = ({ asOf, posting, account, officeDemand, history }: VisitSituation): string[] => {
  if (posting.via === 'counter') return [];
  const counted = history.filter(({ accepted, appliedOn }) => accepted && appliedOn >= '2020-01-01');
  const first = (...wanted: PostingKind[]): boolean => {
    const isOfKind = (application: { kinds: readonly PostingKind[] }): boolean =>
      application.kinds.some((kind) => wanted.includes(kind));
    return isOfKind(posting) && !counted.some(isOfKind);
  };
  return [
    account.openedBy !== 'counter' && !counted.some(({ via }) => via === 'mypage') ? 'VR1' : '',
    first('disability_dedicated') ? 'VR2' : '',
    first('trial') ? 'VR3' : '',
    first('disability_trial', 'disability_short_hours_trial') ? 'VR4' : '',
    counted.some(({ appliedOn }) => appliedOn >= yearBefore(asOf)) ? '' : 'VR5',
    posting.contract === 'direct' ? '' : 'VR6',
    officeDemand ? 'VR7' : '',
  ].filter((rule) => rule !== '');
};

const someKinds = fc.subarray([...kinds], { minLength: 1 });
const via = fc.constantFrom('mypage' as const, 'counter' as const);
const contract = fc.constantFrom('direct' as const, 'dispatch' as const, 'contracting' as const);
/** Days back from the judgement, thick around one year. */
const daysBack = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 363, max: 368 }));

const earlier = (asOf: string): fc.Arbitrary<EarlierApplication> =>
  fc.record({
    appliedOn: fc.oneof(
      daysBack.map((days) => addDays(asOf, -days)),
      fc.constantFrom('2019-12-31', '2020-01-01'),
    ),
    via,
    kinds: someKinds,
    contract,
    accepted: fc.boolean(),
  });

const situations: fc.Arbitrary<VisitSituation> = fc
  .oneof(fc.integer({ min: 0, max: 3600 }), fc.constantFrom(59, 60, 424, 425, 1520, 1521))
  .map((days) => addDays('2020-01-01', days))
  .chain((asOf) =>
    fc.record({
      asOf: fc.constant(asOf),
      posting: fc.record({ via, kinds: someKinds, contract }),
      account: fc.record({
        openedBy: fc.constantFrom('counter' as const, 'online' as const, 'none' as const),
      }),
      officeDemand: fc.boolean(),
      history: fc.array(earlier(asOf), { maxLength: 5 }),
      officeCalendar: fc.constant({ extraOpen: [], extraClosed: [] }),
    }),
  );

test('the rule file says the same as the leaflet written out by hand', { timeout: 120_000 }, async () => {
  const catalogue = await shippedCatalogue();
  await fc.assert(
    fc.asyncProperty(situations, async (situation) => {
      const verdict = await catalogue.decide('eligibility/visit-required', situation);
      expect(rulesOf(verdict)).toEqual(byHand(situation));
    }),
    { numRuns: process.env.DEEP ? 20_000 : 1_500 },
  );
});
