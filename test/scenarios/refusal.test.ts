import { expect, test } from 'vitest';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { settleRefusal } from '#app/procedures/posting/settleRefusal.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('Refusing a posting', (open) => {
  const proposed = async (by: 'clerk' | 'supervisor') => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const shown = { postingId: pending.id, version: pending.version };
    granted(
      await office.perform(proposeRefusal, office.staff[by], {
        ...shown,
        ground: 'unfit_conditions',
        reason: '労働時間が通常の水準から著しく離れている。',
      }),
    );
    await office.runner.runDue();
    return { office, posting: await office.now(pending.id), employer };
  };
  const shownAs = ({ id, version }: { id: string; version: number }) => ({ postingId: id, version });

  test('waits for a supervisor, and the employer hears nothing until then', async () => {
    const { office, posting } = await proposed('clerk');
    expect(posting.state).toBe('refusal_proposed');
    expect(office.mails.map((mail) => mail.kind)).not.toContain('mail.postingRefused');

    const confirmation = { ...shownAs(posting), settlement: 'confirmed', comment: null } as const;
    await expect(office.perform(settleRefusal, office.staff.otherClerk, confirmation)).rejects.toMatchObject({
      name: 'Forbidden',
    });
    granted(await office.perform(settleRefusal, office.staff.supervisor, confirmation));
    await office.runner.runDue();
    expect((await office.now(posting.id)).state).toBe('refused');
    expect(office.mails.at(-1)).toMatchObject({ kind: 'mail.postingRefused', to: 'a@example.co.jp' });
  });

  test('a supervisor cannot confirm what they proposed themselves; another one can', async () => {
    const { office, posting } = await proposed('supervisor');
    const confirmation = { ...shownAs(posting), settlement: 'confirmed', comment: null } as const;
    expect(await office.perform(settleRefusal, office.staff.supervisor, confirmation)).toMatchObject({
      ok: false,
      code: 'own-proposal',
    });
    granted(await office.perform(settleRefusal, office.staff.otherSupervisor, confirmation));
  });

  test('declined, the posting is back where it was, with its due date', async () => {
    const { office, posting } = await proposed('clerk');
    granted(
      await office.perform(settleRefusal, office.staff.supervisor, {
        ...shownAs(posting),
        settlement: 'declined',
        comment: '時間の記載を直してもらえば足りる。',
      }),
    );
    expect(await office.now(posting.id)).toMatchObject({ state: 'awaiting_visit', dueDate: '2026-12-08' });
  });
});
