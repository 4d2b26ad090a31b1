import { type CalendarDate, compareDates } from '#app/domain/calendar.ts';
import { type OfficeDays, officeCalendar } from '#rules/officeCalendar.ts';
import { defineSituation, type SituationProblem } from '#rules/situation.ts';
import { date, exactly, notAfter } from './schema.ts';

export type PostingKind =
  | 'general'
  | 'disability_dedicated'
  | 'trial'
  | 'disability_trial'
  | 'disability_short_hours_trial';
export type Channel = 'mypage' | 'counter';
export type ContractKind = 'direct' | 'dispatch' | 'contracting';

/** An earlier application of the same establishment. Only accepted ones (受理された求人) count. */
export type EarlierApplication = {
  appliedOn: CalendarDate;
  via: Channel;
  kinds: readonly PostingKind[];
  contract: ContractKind;
  accepted: boolean;
};

/**
 * What the seven visit conditions look at. `asOf` is the day of the application (仮登録した日, in Japan).
 * `history` holds the establishment's other applications up to and including that day, never the present one;
 * an entry later than `asOf` is bad input, because it cannot have been known then.
 */
export type VisitSituation = {
  asOf: CalendarDate;
  posting: { via: Channel; kinds: readonly PostingKind[]; contract: ContractKind };
  account: { openedBy: 'counter' | 'online' | 'none' };
  /** 「その他、ハローワークが必要と認める場合」 */
  officeDemand: boolean;
  history: readonly EarlierApplication[];
  officeCalendar: OfficeDays;
};

const CHANNELS = { mypage: '求人者マイページ', counter: '窓口' };
const KINDS: Readonly<Record<PostingKind, string>> = {
  general: '一般の求人',
  disability_dedicated: '障害者専用求人',
  trial: 'トライアル雇用求人',
  disability_trial: '障害者トライアル雇用求人',
  disability_short_hours_trial: '障害者短時間トライアル雇用求人',
};
const CONTRACTS = { direct: '直接雇用', dispatch: '派遣', contracting: '請負' };
const OPENED_BY = { counter: '窓口', online: 'オンライン', none: '未開設' };

const days = { type: 'array', maxItems: 5000, items: date };
const via = { type: 'string', enum: Object.keys(CHANNELS) };
const kinds = {
  type: 'array',
  minItems: 1,
  maxItems: 5,
  uniqueItems: true,
  items: { type: 'string', enum: Object.keys(KINDS) },
};
const contract = { type: 'string', enum: Object.keys(CONTRACTS) };

const futureHistory = ({ asOf, history }: VisitSituation): SituationProblem[] =>
  history.flatMap(({ appliedOn }, index) => notAfter(asOf, `history[${index}].appliedOn`, appliedOn));

const openAndClosed = ({
  officeCalendar: { extraOpen, extraClosed },
}: VisitSituation): SituationProblem[] => {
  const closed = new Set(extraClosed);
  return extraOpen.flatMap((day, index) =>
    closed.has(day)
      ? [{ path: `officeCalendar.extraOpen[${index}]`, message: `is also in extraClosed (read: "${day}")` }]
      : [],
  );
};

/** The day of the latest accepted application of the history that is `wanted`, or null. */
const latest = (
  situation: VisitSituation,
  wanted: (application: EarlierApplication) => boolean,
): CalendarDate | null =>
  situation.history
    .filter((application) => application.accepted && wanted(application))
    .map((application) => application.appliedOn)
    .toSorted(compareDates)
    .at(-1) ?? null;

const latestOfKind = (situation: VisitSituation, ...wanted: readonly PostingKind[]): CalendarDate | null =>
  latest(situation, (application) => wanted.some((kind) => application.kinds.includes(kind)));

export const visitSituation = defineSituation<VisitSituation>({
  schema: exactly({
    asOf: date,
    posting: exactly({ via, kinds, contract }),
    account: exactly({ openedBy: { type: 'string', enum: Object.keys(OPENED_BY) } }),
    officeDemand: { type: 'boolean' },
    history: {
      type: 'array',
      maxItems: 100_000,
      items: exactly({ appliedOn: date, via, kinds, contract, accepted: { type: 'boolean' } }),
    },
    officeCalendar: exactly({ extraOpen: days, extraClosed: days }),
  }),
  check: (situation) => [...futureHistory(situation), ...openAndClosed(situation)],
  calendar: (situation) => officeCalendar(situation.officeCalendar),
  facts: {
    'posting.via': {
      type: 'enum',
      label: '申込みの方法',
      choices: CHANNELS,
      origin: 'posting.via',
      build: ({ posting }) => posting.via,
    },
    'posting.kinds': {
      type: 'enumList',
      label: '求人の種類',
      choices: KINDS,
      origin: 'posting.kinds',
      build: ({ posting }) => posting.kinds,
    },
    'posting.contract': {
      type: 'enum',
      label: '派遣・請負の別',
      choices: CONTRACTS,
      origin: 'posting.contract',
      build: ({ posting }) => posting.contract,
    },
    'account.openedBy': {
      type: 'enum',
      label: 'マイページの開設方法',
      choices: OPENED_BY,
      origin: 'account.openedBy',
      build: ({ account }) => account.openedBy,
    },
    'office.demandsVisit': {
      type: 'boolean',
      label: 'ハローワークが来庁を必要と認めた',
      origin: 'officeDemand',
      build: ({ officeDemand }) => officeDemand,
    },
    'history.lastAppliedOn': {
      type: 'date',
      label: '直近の求人申込日',
      whenNull: '申込みなし',
      origin: 'history（受理された申込み。方法を問わない）',
      build: (situation) => latest(situation, () => true),
    },
    'history.lastAppliedThroughMypageOn': {
      type: 'date',
      label: 'マイページを通じた直近の求人申込日',
      whenNull: '申込みなし',
      origin: 'history（受理された申込みのうちマイページからのもの）',
      build: (situation) => latest(situation, (application) => application.via === 'mypage'),
    },
    'history.lastDisabilityDedicatedOn': {
      type: 'date',
      label: '障害者専用求人の直近の申込日',
      whenNull: '申込みなし',
      origin: 'history（受理された障害者専用求人の申込み）',
      build: (situation) => latestOfKind(situation, 'disability_dedicated'),
    },
    'history.lastTrialOn': {
      type: 'date',
      label: 'トライアル雇用求人の直近の申込日',
      whenNull: '申込みなし',
      origin: 'history（受理されたトライアル雇用求人の申込み）',
      build: (situation) => latestOfKind(situation, 'trial'),
    },
    'history.lastDisabilityTrialOn': {
      type: 'date',
      label: '障害者(短時間)トライアル雇用求人の直近の申込日',
      whenNull: '申込みなし',
      origin: 'history（受理された障害者トライアル・障害者短時間トライアル雇用求人の申込み）',
      build: (situation) => latestOfKind(situation, 'disability_trial', 'disability_short_hours_trial'),
    },
  },
});
