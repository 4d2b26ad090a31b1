import type { EmployerActor } from '#app/domain/actor.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { Feature } from '#app/domain/verdict.ts';
import { closedFeature, judgeAccess } from '#app/procedures/account/access.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import type { RouteContext } from './context.ts';

type EmployerRequest = Pick<RouteContext<EmployerActor, unknown>, 'query' | 'rules' | 'today'>;

/** The signed-in employer's MyPage: what is closed today and why, since when, and the office to call. */
export async function accessOf({ query, rules, today }: EmployerRequest) {
  const { records, office } = await query(mypageAccess, today);
  return {
    verdict: await judgeAccess(rules, records, today),
    restrictedSince: records.restriction?.begunOn ?? null,
    suspendedSince: records.suspendedOn,
    office,
  };
}

/**
 * The refusal that an act would meet, for the page that leads to the act: it explains instead of offering what cannot
 * be done. null where the feature is open, and before there is an establishment to do it for.
 */
export async function closedFor(request: EmployerRequest, feature: Feature): Promise<Refusal | null> {
  const { verdict, office } = await accessOf(request);
  return office && closedFeature(verdict, feature, office);
}
