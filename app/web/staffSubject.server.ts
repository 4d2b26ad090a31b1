import { textIn } from '#app/components/review/decided.ts';
import { checkForms, noteForms } from '#app/forms/reviewDesk.ts';
import { addExtraCheck } from '#app/procedures/extraCheck/add.ts';
import { addNote } from '#app/procedures/staffNote/add.ts';
import type { StaffAction } from './context.ts';
import { paths } from './paths.ts';

/** What a メモ or an added 確認 is about: an establishment, or one of its postings. */
type Subject = { establishment: { id: string }; posting: { id: string } | null };

/** Which of the two it is kept with, and the page to go on with. */
const keptWith = ({ establishment, posting }: Subject, about: unknown) => ({
  establishmentId: establishment.id,
  postingId: posting === null || about === 'establishment' ? null : posting.id,
});
const pageOf = ({ establishment, posting }: Subject): string =>
  posting === null ? paths.staff.establishment(establishment.id) : paths.staff.review(posting.id);

/** Adds the メモ that was posted. */
export async function postedNote(ctx: StaffAction<unknown>, subject: Subject) {
  const form = subject.posting === null ? noteForms.establishment : noteForms.posting;
  const { values, typed, errors } = ctx.form.read(form);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(addNote, {
    ...keptWith(subject, values.about),
    text: textIn(values, 'text') ?? '',
  });
  return outcome.ok ? ctx.redirect(pageOf(subject), 'note-added') : ctx.invalid(outcome, typed);
}

/** Adds the 確認 that was posted. */
export async function postedCheck(ctx: StaffAction<unknown>, subject: Subject) {
  const form = subject.posting === null ? checkForms.establishment : checkForms.posting;
  const { values, typed, errors } = ctx.form.read(form);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(addExtraCheck, {
    ...keptWith(subject, values.about),
    reason: textIn(values, 'reason') ?? '',
    dueOn: textIn(values, 'due_on') ?? '',
  });
  return outcome.ok ? ctx.redirect(pageOf(subject), 'check-added') : ctx.invalid(outcome, typed);
}
