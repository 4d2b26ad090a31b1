import { type CalendarDate, compareDates } from '#app/domain/calendar.ts';
import { distinguishingFields, type PostingDescription } from '#app/domain/posting.ts';
import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';
import { dayOf, type PostingFacts, staffOnly } from './factForms.ts';
import type { PostingSituation } from './situation.ts';
import { isStated, type PostingValues } from './values.ts';

const folded = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();

const isSame = (posting: PostingValues, other: PostingDescription): boolean =>
  isStated(posting.job_title) &&
  distinguishingFields.every((field) => folded(posting[field]) === folded(other[field]));

/** The days of the refusal periods that have begun on or before `asOf`. */
const begunPeriods = ({ asOf, establishment }: PostingSituation): readonly RefusalPeriod[] =>
  (establishment?.refusalPeriods ?? []).filter(({ from }) => from <= asOf);

const isCorrected = (asOf: CalendarDate, { correctedOn }: RefusalPeriod): boolean =>
  correctedOn !== null && correctedOn <= asOf;

const latest = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
  days
    .filter((day) => day !== null)
    .toSorted(compareDates)
    .at(-1) ?? null;

/** What the records say beside the posting. */
export const recordFacts: PostingFacts = {
  'others.same': {
    type: 'integer',
    label: '同じ内容の求人の数',
    origin: `others with the same ${distinguishingFields.join(', ')}`,
    build: ({ posting, others = [] }) => others.filter((other) => isSame(posting, other)).length,
  },
  'refusal.uncorrected': {
    type: 'integer',
    label: '是正されていない求人不受理の数',
    origin: 'establishment.refusalPeriods（判定日までに始まり、是正されていないもの）',
    staffOnly: true,
    build: (situation) =>
      begunPeriods(situation).filter((period) => !isCorrected(situation.asOf, period)).length,
  },
  'refusal.lastCorrectedOn': staffOnly(
    dayOf(
      '求人不受理の対象となった違反の、直近の是正日',
      'establishment.refusalPeriods.correctedOn',
      'なし',
      (situation) =>
        latest(
          begunPeriods(situation)
            .filter((period) => isCorrected(situation.asOf, period))
            .map(({ correctedOn }) => correctedOn),
        ),
    ),
  ),
  'refusal.lastSentOn': staffOnly(
    dayOf(
      '直近の送検日',
      'establishment.refusalPeriods.sentOrPublishedOn of those sent to prosecutors',
      'なし',
      (situation) =>
        latest(
          begunPeriods(situation)
            .filter(({ ground }) => ground === 'sent_to_prosecutors')
            .map(({ sentOrPublishedOn }) => sentOrPublishedOn),
        ),
    ),
  ),
  'establishment.restricted': {
    type: 'boolean',
    label: 'マイページの利用制限中',
    origin: 'establishment.restricted',
    build: ({ establishment }) => establishment?.restricted ?? false,
  },
  'establishment.openComplaints': {
    type: 'integer',
    label: '求人票と実際が違うという申出のうち、解決していないものの数',
    origin: 'establishment.openComplaints',
    staffOnly: true,
    build: ({ establishment }) => establishment?.openComplaints ?? 0,
  },
};
