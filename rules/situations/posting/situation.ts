import type { CalendarDate } from '#app/domain/calendar.ts';
import type { MinimumWage } from '#app/domain/minimumWage.ts';
import { distinguishingFields, type PostingDescription } from '#app/domain/posting.ts';
import { type RefusalPeriod, refusalPeriodGrounds } from '#app/domain/refusalPeriod.ts';
import { prefectureNames } from '#rules/minimumWages.ts';
import type { SituationProblem } from '#rules/situation.ts';
import { fieldSchemas, inTenths, type PostingValues } from './values.ts';

/**
 * A posting as filled in so far, judged on the day of its application or acceptance. What the records say beside it
 * may be left out: nothing is then known against the establishment, the minimum wages are those the product ships,
 * and the posting is valid for as long as the shipped limits/posting says.
 *
 * The fields may also stand beside `asOf`, without `posting` around them.
 */
export type PostingSituation = {
  asOf: CalendarDate;
  posting: PostingValues;
  /** Every minimum wage known for the workplace's prefecture; those of other prefectures are not looked at. */
  minimumWages?: readonly MinimumWage[];
  /** The last day the posting would be valid if it were accepted on `asOf`. */
  validUntil?: CalendarDate;
  /** The establishment's other postings that are valid or in review. */
  others?: readonly PostingDescription[];
  establishment?: {
    refusalPeriods?: readonly RefusalPeriod[];
    /** 利用制限 in force. */
    restricted?: boolean;
    /** 求人票と相違するとの申出, not settled. */
    openComplaints?: number;
  };
};

const date = { type: 'string', format: 'calendarDate' };
const dateOrNull = { type: ['string', 'null'], format: 'calendarDate' };
const textOrNull = { type: ['string', 'null'], maxLength: 5000 };
const exactly = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** The JSON Schema of each part. */
export const parts = {
  asOf: date,
  posting: { type: 'object', maxProperties: 500, properties: fieldSchemas },
  minimumWages: {
    type: 'array',
    maxItems: 5000,
    items: exactly({
      prefecture: { type: 'string', enum: Object.keys(prefectureNames) },
      yen: { type: 'integer', minimum: 1, maximum: 1_000_000 },
      from: date,
    }),
  },
  validUntil: date,
  others: {
    type: 'array',
    maxItems: 5000,
    items: exactly(Object.fromEntries(distinguishingFields.map((field) => [field, textOrNull]))),
  },
  establishment: {
    type: 'object',
    additionalProperties: false,
    properties: {
      refusalPeriods: {
        type: 'array',
        maxItems: 1000,
        items: exactly({
          ground: { type: 'string', enum: [...refusalPeriodGrounds] },
          from: date,
          correctedOn: dateOrNull,
          sentOrPublishedOn: dateOrNull,
        }),
      },
      restricted: { type: 'boolean' },
      openComplaints: { type: 'integer', minimum: 0, maximum: 100_000 },
    },
  },
};

/** The fields of a posting that stand beside `asOf` are put together; whatever else it is stays as it is. */
export const gathered = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'posting' in value) return value;
  const entries = Object.entries(value);
  const isPart = ([name]: [string, unknown]): boolean => Object.hasOwn(parts, name);
  const fields = entries.filter((entry) => !isPart(entry));
  if (fields.length === 0) return value;
  return { ...Object.fromEntries(entries.filter(isPart)), posting: Object.fromEntries(fields) };
};

/** Years in which months can be counted on from any day. */
const years = { first: '1900-01-01', last: '2999-12-31' };

export const outOfTime = ({ asOf }: PostingSituation): SituationProblem[] =>
  asOf < years.first || asOf > years.last
    ? [{ path: 'asOf', message: `must be from ${years.first} to ${years.last} (read: "${asOf}")` }]
    : [];

export const tooPrecise = ({
  posting: { avg_work_days_month: days },
}: PostingSituation): SituationProblem[] =>
  days === null || days === undefined || inTenths(days) !== null
    ? []
    : [
        {
          path: 'posting.avg_work_days_month',
          message: `must have at most one decimal place (read: ${days})`,
        },
      ];
