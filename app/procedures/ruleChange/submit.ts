import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { afterRuleChange, nextVersion } from '#app/domain/ruleChange.ts';
import { defineProcedure } from '../procedure.ts';
import { calendarDate, object, shortText } from '../schemas.ts';
import {
  changeDetail,
  loadChange,
  numbersOf,
  putInForce,
  readyToHandIn,
  type ShownChange,
  shownChange,
} from './support.ts';

type Input = ShownChange & {
  reason: string;
  effectiveFrom: CalendarDate;
  /** 緊急: in force at once, approved afterwards. */
  urgent: boolean;
};

/**
 * 承認依頼: the draft is checked, numbered, dated and from here on stays as it is until another supervisor has decided.
 * An urgent one comes into force today and waits for its approval in force.
 */
export const submitRuleChange = defineProcedure<
  Input,
  { version: string },
  { newVersion: string; text: string }
>({
  name: 'ruleChange.submit',
  permission: 'ruleChange.edit',
  input: object({
    ...shownChange,
    reason: shortText(600),
    effectiveFrom: calendarDate,
    urgent: { type: 'boolean' },
  }),
  audit: 'ruleChange.submitted',

  // The examples are run here: a transaction must not wait for them.
  async prepare(context, { effectiveFrom, urgent, ...shown }) {
    if (effectiveFrom < context.today)
      return refuse('rule-date-past', { fields: [{ field: 'effective_from', code: 'date-past' }] });
    if (urgent && effectiveFrom !== context.today) return refuse('rule-urgent-today');
    const change = await loadChange(context, shown, urgent ? 'releaseUrgently' : 'submit');
    const newVersion = nextVersion(await numbersOf(context, change.ruleSet));
    const ready = await readyToHandIn(context, change, newVersion, effectiveFrom);
    return ready.ok ? done({ newVersion, text: ready.value.text }) : ready;
  },

  async run(context, { reason, effectiveFrom, urgent, ...shown }, { newVersion, text }) {
    const { stores, actor, now, record } = context;
    const event = urgent ? 'releaseUrgently' : 'submit';
    const change = await loadChange(context, shown, event);
    if ((await numbersOf(context, change.ruleSet)).includes(newVersion))
      return refuse('rule-base-moved', { params: { version: newVersion } });
    const submitted = {
      ...change,
      text,
      state: afterRuleChange(event),
      reason,
      effectiveFrom,
      newVersion,
      note: null,
      submittedBy: actorId(actor),
      submittedAt: now,
      updatedAt: now,
    };
    await stores.ruleChanges.update(submitted);
    const released = urgent
      ? await putInForce(context, { ruleSet: change.ruleSet, version: newVersion, text, effectiveFrom })
      : {};
    record({
      subject: { type: 'rule_change', id: change.id },
      detail: { ...changeDetail(submitted), urgent, ...released },
      personal: { reason },
    });
    return done({ version: newVersion });
  },
});
