import { expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { FormValues } from '#app/forms/field.ts';
import { stepOf } from '#app/forms/posting.ts';
import { resendPosting } from '#app/procedures/posting/resend.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { completePosting, dispatchPosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const returned = async (office: World, posting: Posting): Promise<Posting> => {
  granted(
    await office.perform(returnPosting, office.staff.clerk, {
      postingId: posting.id,
      version: posting.version,
      reasons: ['missing'],
      fields: ['job_description'],
      message: '仕事の内容をもう少し詳しくお書きください。',
    }),
  );
  return office.now(posting.id);
};

const changed = async (
  office: World,
  employer: EmployerActor,
  posting: Posting,
  step: number,
  content: FormValues,
) => {
  const values = Object.fromEntries(
    (stepOf(step)?.fields ?? []).map(({ name }) => [name, content[name] ?? null]),
  );
  const input = {
    postingId: posting.id,
    version: posting.version,
    step,
    values,
    proceed: true,
    confirmed: [],
  };
  granted(await office.perform(saveStep, employer, input));
  return office.now(posting.id);
};

const resent = async (office: World, employer: EmployerActor, posting: Posting): Promise<Posting> => {
  const input = { postingId: posting.id, version: posting.version, confirmed: [] };
  granted(await office.perform(resendPosting, employer, input));
  return office.now(posting.id);
};

describeOnEveryDatabase('A returned posting', (open) => {
  test('keeps the due date that was told, however late it is sent again', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    office.clock.moveTo('2026-12-01T10:00:00+09:00');
    const again = await resent(office, employer, await returned(office, pending));
    expect(again).toMatchObject({ state: 'awaiting_visit', dueDate: '2026-12-08', appliedOn: '2026-11-24' });
  });

  test('whose employer has already come goes straight back to review', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const visited = await office.visited(pending, '2026-11-24');
    const again = await resent(office, employer, await returned(office, visited));
    expect(again).toMatchObject({ state: 'under_review', dueDate: null, visitedOn: '2026-11-24' });
  });

  test('that has become a dispatch posting needs a visit although the first version did not', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const first = await office.submitted(employer, await office.filledIn(employer));
    await office.accepted(await office.visited(first, '2026-11-24'));
    const second = await office.submitted(employer, await office.filledIn(employer));
    expect(second.state).toBe('under_review');

    const dispatch = dispatchPosting();
    const atStepThree = await changed(office, employer, await returned(office, second), 3, dispatch);
    const atStepSix = await changed(office, employer, atStepThree, 6, dispatch);
    const again = await resent(office, employer, atStepSix);
    expect(again).toMatchObject({ state: 'awaiting_visit', contract: 'dispatch', dueDate: '2026-12-08' });
  });

  test('cannot be changed by the employer while the counter has it', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    await expect(changed(office, employer, pending, 3, completePosting())).rejects.toMatchObject({
      name: 'Conflict',
    });
  });
});
