import type { Account } from '#app/domain/account.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { Restriction } from '#app/domain/restriction.ts';
import type { Feature, Verdict } from '#app/domain/verdict.ts';
import type { Office } from '#db/stores/offices.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { notFoundUnless, type ProcedureContext } from '../procedure.ts';

/** What the records say about a MyPage when its features are judged. */
export type AccessRecords = {
  /** 有効中の求人 of the establishment on the day. */
  validPostings: number;
  /** The one in force. */
  restriction: Restriction | null;
  suspendedOn: Account['suspendedOn'];
  withdrawnOn: Account['withdrawnOn'];
};

/**
 * Which features of a MyPage are closed, and why (leaflet: 「一部の機能…が利用できません」, 「自動的に制限されます」,
 * 「利用不可」), judged on a day. Pages and procedures hand the engine this situation.
 */
export const judgeAccess = (
  rules: RuleCatalogue,
  { validPostings, restriction, suspendedOn, withdrawnOn }: AccessRecords,
  asOf: CalendarDate,
): Promise<Verdict> =>
  rules.decide('access/mypage-features', {
    asOf,
    validPostings,
    restricted: restriction !== null,
    suspended: suspendedOn !== null,
    withdrawnOn,
  });

/** A MyPage as it was judged, and what it was judged by. */
export type JudgedAccess = { verdict: Verdict; records: AccessRecords };

/**
 * Since when the office keeps it closed: the day of 利用不可, else that of the restriction. null where it comes and
 * goes with the employer's own postings.
 */
function closedSince(reasons: Verdict['reasons'], records: AccessRecords): CalendarDate | null {
  const because = (fact: string) => reasons.some(({ facts }) => facts[fact] === true);
  if (because('mypage.suspended')) return records.suspendedOn;
  return because('mypage.restricted') ? (records.restriction?.begunOn ?? null) : null;
}

/** The refusal of an act whose feature is closed, with the reasons that close it, since when, and whom to call. */
export function closedFeature(
  { verdict, records }: JudgedAccess,
  feature: Feature,
  office: Pick<Office, 'name' | 'phone'>,
): Refusal | null {
  if (!verdict.deny?.includes(feature)) return null;
  const reasons = verdict.reasons.filter(({ deny }) => deny?.includes(feature));
  const since = closedSince(reasons, records) ?? '';
  return refuse('feature-closed', {
    params: { feature, since, office: office.name, phone: office.phone },
    verdict: { ...verdict, reasons },
  });
}

/**
 * The refusal that an act would meet on a day, for the page that leads to the act: it explains instead of offering
 * what cannot be done. null where the feature is open, and before there is an establishment to do it for.
 */
export async function expectedRefusal(
  rules: RuleCatalogue,
  feature: Feature,
  { records, office }: { records: AccessRecords; office: Office | null },
  asOf: CalendarDate,
): Promise<Refusal | null> {
  if (office === null) return null;
  return closedFeature({ verdict: await judgeAccess(rules, records, asOf), records }, feature, office);
}

type Judging = Pick<ProcedureContext, 'actor' | 'stores' | 'rules' | 'today'>;

/** Judges the acting employer's MyPage. */
export async function judgeOwnAccess({ actor, stores, rules, today }: Judging): Promise<JudgedAccess> {
  if (actor.kind !== 'employer') throw new Error('Only an employer has a MyPage.');
  const { suspendedOn, withdrawnOn } = notFoundUnless(await stores.accounts.find(actor.accountId));
  const establishmentId = actor.establishmentId ?? '';
  const records = {
    validPostings: await stores.postings.countValid(establishmentId, today),
    restriction: (await stores.restrictions.openOf(establishmentId)) ?? null,
    suspendedOn,
    withdrawnOn,
  };
  return { verdict: await judgeAccess(rules, records, today), records };
}

/** The refusal where that closes the feature; the office is the one to call. */
export async function refusalIn(
  { stores }: Pick<Judging, 'stores'>,
  access: JudgedAccess,
  feature: Feature,
  officeId: string,
): Promise<Refusal | null> {
  return closedFeature(access, feature, notFoundUnless(await stores.offices.find(officeId)));
}

/** Judges the acting employer's MyPage and refuses where the feature is closed. */
export async function refuseIfClosed(
  context: Judging,
  feature: Feature,
  officeId: string,
): Promise<Refusal | null> {
  return refusalIn(context, await judgeOwnAccess(context), feature, officeId);
}
