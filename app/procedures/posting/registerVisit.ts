import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { canHappen, type Posting } from '#app/domain/posting.ts';
import { done, type Outcome, refuse } from '#app/domain/refusal.ts';
import { isLate } from '#app/domain/visit.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { schemaOf } from '#app/forms/schema.ts';
import type { JsonSchema } from '#app/forms/validate.ts';
import { completeRegistrationOf } from '../establishment/completeRegistration.ts';
import { knownOthers } from '../establishment/support.ts';
import { Conflict, defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import {
  calendarDate,
  object,
  optionalText,
  recordId,
  type ShownPosting,
  shownPosting,
  version,
} from '../schemas.ts';
import { earliestLapsedDue } from './deadlineDays.ts';

type Input = {
  establishmentId: string;
  /** The postings fully registered in this sitting, as they were shown. */
  postings: readonly ShownPosting[];
  visitedOn: CalendarDate;
  checklist: readonly string[];
  identityDocument: string | null;
  note: string | null;
  lateReason: string | null;
  /** 事業所の本登録 in the same sitting, for an establishment that was entered online. */
  registration?: { version: number; values: FormValues; knownOthers: readonly string[] };
};

const sitting = object({
  establishmentId: recordId,
  postings: { type: 'array', maxItems: 50, items: object(shownPosting) },
  visitedOn: calendarDate,
  checklist: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 60 } },
  identityDocument: optionalText(60),
  note: optionalText(600),
  lateReason: optionalText(200),
});

/**
 * 来庁・本登録: the employer is at the counter; identity is checked and the pending postings become ready for
 * review (leaflet 「ハローワークにお越しのうえ、本登録の手続きを行う必要があります」).
 */
export const registerVisit = defineProcedure<Input, { visitId: string }>({
  name: 'posting.registerVisit',
  permission: 'visit.register',
  input: {
    ...sitting,
    properties: {
      ...(sitting.properties as Record<string, JsonSchema>),
      registration: object({ version, values: schemaOf(establishmentForm), knownOthers }),
    },
  },
  audit: 'visit.registered',

  async run(context, input) {
    const { actor, scope, stores, rules, today, now, newId, record } = context;
    if (input.postings.length === 0 && input.registration === undefined)
      return refuse('fields-wrong', { fields: [{ field: 'postings', code: 'required' }] });
    const registered = await registeredFirst(context, input);
    if (!registered.ok) return registered;
    const establishment = registered.value;
    if (input.visitedOn > today)
      return refuse('fields-wrong', { fields: [{ field: 'visited_on', code: 'in-future' }] });
    const unchecked = identityChecklist.filter((item) => !input.checklist.includes(item));
    if (unchecked.length > 0)
      return refuse('checklist-open', { fields: unchecked.map((field) => ({ field, code: 'required' })) });

    const visitId = newId();
    const postings = [];
    for (const shown of input.postings) {
      const posting = notFoundUnless(await stores.postings.find(scope, shown.postingId));
      if (posting.version !== shown.version || !canHappen('registerVisit', posting.state))
        throw new Conflict({ type: 'posting', id: posting.id });
      if (posting.establishmentId !== establishment.id) notFoundUnless(undefined);
      if (lapsedTooLong(posting, earliestLapsedDue(rules, today))) return refuse('posting-lapsed-too-long');
      postings.push(posting);
    }
    if (postings.some(({ appliedOn }) => appliedOn !== null && input.visitedOn < appliedOn))
      return refuse('fields-wrong', { fields: [{ field: 'visited_on', code: 'before-application' }] });
    const late = postings.some((posting) => isLate(posting, input.visitedOn));
    if (late && input.lateReason === null)
      return refuse('fields-wrong', { fields: [{ field: 'late_reason', code: 'required-when-late' }] });

    await stores.visits.insert(
      {
        id: visitId,
        establishmentId: establishment.id,
        officeId: establishment.officeId,
        visitedOn: input.visitedOn,
        checklist: input.checklist,
        identityDocument: input.identityDocument,
        note: input.note,
        lateReason: late ? input.lateReason : null,
        registeredBy: actorId(actor),
        registeredAt: now,
        purpose: 'registration',
      },
      postings.map((posting) => posting.id),
    );
    for (const posting of postings) {
      await stores.postings.update({
        ...posting,
        state: 'under_review',
        visitedOn: input.visitedOn,
        waitingSince: now,
        updatedAt: now,
      });
      record({
        subject: { type: 'posting', id: posting.id },
        detail: {
          visitId,
          visitedOn: input.visitedOn,
          dueDate: posting.dueDate,
          late,
          checklist: input.checklist,
        },
        personal: {
          identityDocument: input.identityDocument,
          note: input.note,
          lateReason: input.lateReason,
        },
      });
    }
    return done({ visitId });
  },
});

/** The establishment as it is registered: already, or in this sitting. */
async function registeredFirst(
  context: ProcedureContext,
  { establishmentId, registration }: Pick<Input, 'establishmentId' | 'registration'>,
): Promise<Outcome<Establishment>> {
  if (registration !== undefined) {
    const completed = await completeRegistrationOf(context, { establishmentId, ...registration });
    if (!completed.ok) return completed;
  }
  const establishment = notFoundUnless(
    await context.stores.establishments.find(context.scope, establishmentId),
  );
  return establishment.state === 'registered' ? done(establishment) : refuse('establishment-not-registered');
}

/** Somebody who comes long after the due date applies anew: the wishes of the employer have grown old. */
const lapsedTooLong = ({ state, dueDate }: Posting, earliest: CalendarDate): boolean =>
  state === 'lapsed' && dueDate !== null && dueDate < earliest;
