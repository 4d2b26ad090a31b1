import type { EmployerActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { refuseIfClosed } from '../account/access.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';

/** Leaflet 「会社のパソコンから求人情報を入力し、求人を申し込むことができます(求人仮登録)」: an empty draft to fill in. */
export const startDraft = defineProcedure<Record<string, never>, { postingId: string }>({
  name: 'posting.startDraft',
  permission: 'posting.draft',
  input: object({}),
  audit: 'posting.draftStarted',

  async run(context) {
    const { actor, scope, stores, now, newId, record } = context;
    if (actor.kind !== 'employer' || actor.establishmentId === null) return refuse('establishment-missing');
    const establishment = notFoundUnless(await stores.establishments.find(scope, actor.establishmentId));
    const closed = await refuseIfClosed(context, 'posting-apply', establishment.officeId);
    if (closed) return closed;
    const id = newId();
    await stores.postings.insert(emptyDraft(id, establishment, actor, now));
    record({ subject: { type: 'posting', id } });
    return done({ postingId: id });
  },
});

/** A posting of which nothing is filled in yet. */
export const emptyDraft = (
  id: string,
  establishment: Pick<Establishment, 'id' | 'officeId'>,
  { accountId }: Pick<EmployerActor, 'accountId'>,
  now: Instant,
): Posting => ({
  id,
  establishmentId: establishment.id,
  officeId: establishment.officeId,
  accountId,
  state: 'draft',
  via: 'mypage',
  content: {},
  stepsDone: 0,
  kinds: ['general'],
  contract: 'direct',
  jobTitle: null,
  appliedOn: null,
  waitingSince: null,
  dueDate: null,
  visitedOn: null,
  officeDemand: false,
  number: null,
  acceptedOn: null,
  validUntil: null,
  invalidatedOn: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
