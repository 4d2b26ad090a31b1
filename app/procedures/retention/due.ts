import type { CalendarDate, Period } from '#app/domain/calendar.ts';
import { dayAfterPeriod, type ErasureSubject } from '#app/domain/retention.ts';
import type { Facts, Verdict } from '#app/domain/verdict.ts';
import type { Stores } from '#db/stores/index.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { compileRules, type Sql } from '#rules/compile/index.ts';
import { periodOf as lengthOf } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { judgeRetention, type RetentionRecords } from '../account/retention.ts';

const ruleSet = 'retention/account';

const column = (sql: string): Sql => ({ sql, bindings: [] });

/** Where `db/stores/erasures` has the facts of the rule. */
const columns = {
  'postings.valid': column('valid_postings'),
  'applications.afterLastInvalid': column('later_applications'),
  'mypage.withdrawnOn': column('withdrawn_on'),
  'postings.lastInvalidOn': column('last_invalid_on'),
};

/** The condition under which the rule erases a MyPage on a day, for a query over all of them. */
export function erasureSql(rules: RuleCatalogue, asOf: CalendarDate): Sql {
  const kind = situationKind(ruleSet);
  if (kind === undefined) throw new Error(`${ruleSet} judges nothing.`);
  return compileRules(rules.inForce(ruleSet, asOf), kind).sql(columns, asOf).where('erase');
}

/** The facts that a MyPage is kept from, and the parameter that says how long. */
const bases = {
  'mypage.withdrawnOn': 'withdrawalDays',
  'postings.lastInvalidOn': 'idleYears',
} as const;

function periodOf(rules: RuleCatalogue, name: string, asOf: CalendarDate): Period {
  const parameter = rules.inForce(ruleSet, asOf).parameters[name];
  const period = parameter && lengthOf(parameter);
  if (!period) throw new Error(`${ruleSet}: ${name} is no length of time.`);
  return period;
}

/** The day counted from and the first day of the erasure; the earliest where several rules say so. */
export type DueDay = { baseDate: CalendarDate; dueOn: CalendarDate };

/** Of the days that a MyPage is kept from, the one whose time is over first; null where there is none. */
export function dueDay(rules: RuleCatalogue, facts: Facts, asOf: CalendarDate): DueDay | null {
  const days = Object.entries(bases).flatMap(([fact, parameter]) => {
    const baseDate = facts[fact];
    return typeof baseDate === 'string'
      ? [{ baseDate, dueOn: dayAfterPeriod(baseDate, periodOf(rules, parameter, asOf)) }]
      : [];
  });
  return days.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0] ?? null;
}

/** A MyPage as it is judged, by its records and not by the SQL that has found it. */
export type JudgedMypage = {
  officeId: string | null;
  /** 事業所番号 */
  number: string | null;
  /** Addresses that sign in now. */
  emails: readonly string[];
  verdict: Verdict;
};

/**
 * The engine's verdict on a MyPage, which nobody else changes until the transaction ends; undefined where it is gone.
 * 退会 is of the MyPage, so one with an account that is not withdrawn is not withdrawn.
 */
export async function judgeMypage(
  { stores, rules, today }: { stores: Stores; rules: RuleCatalogue; today: CalendarDate },
  { type, id }: ErasureSubject,
): Promise<JudgedMypage | undefined> {
  if (type === 'account') {
    const account = await stores.accounts.find(id);
    if (account === undefined || account.establishmentId !== null) return undefined;
    const { withdrawnOn, email } = account;
    const records = { validPostings: 0, lastInvalidOn: null, appliedAfterLastInvalid: 0, withdrawnOn };
    const verdict = await judgeRetention(rules, records, today);
    return { officeId: null, number: null, emails: [email], verdict };
  }
  const accounts = await stores.accounts.lockOf(id);
  const establishment = await stores.establishments.find({ kind: 'all' }, id);
  if (establishment === undefined || accounts.length === 0) return undefined;
  const withdrawn = accounts.flatMap(({ withdrawnOn }) => withdrawnOn ?? []).toSorted();
  const records = {
    ...(await stores.postings.retentionCounts(id, today)),
    validPostings: await stores.postings.countValid(id, today),
    withdrawnOn: withdrawn.length === accounts.length ? (withdrawn.at(-1) ?? null) : null,
  };
  return {
    officeId: establishment.officeId,
    number: establishment.number,
    emails: accounts.filter(({ closedOn }) => closedOn === null).map(({ email }) => email),
    verdict: await judgeRetention(rules, records, today),
  };
}

/** When a MyPage that the rule erases on the day of the verdict becomes due. */
export function dueDayOf(rules: RuleCatalogue, verdict: Verdict): DueDay {
  const facts = Object.assign({}, ...verdict.reasons.map((reason) => reason.facts));
  const due = dueDay(rules, facts, verdict.asOf);
  if (due === null) throw new Error(`${verdict.ruleSet}: no day that the MyPage is kept from.`);
  return due;
}

export type PlannedErasure = DueDay & {
  /** Titles of the rules that say so. */
  titles: readonly string[];
};

/** When and by which rules a MyPage is erased by day `until`, if nothing happens; null where it is kept. */
export async function plannedErasure(
  rules: RuleCatalogue,
  records: RetentionRecords,
  until: CalendarDate,
): Promise<PlannedErasure | null> {
  const verdict = await judgeRetention(rules, records, until);
  if (verdict.outcome !== 'erase') return null;
  return { ...dueDayOf(rules, verdict), titles: verdict.reasons.map(({ title }) => title) };
}
