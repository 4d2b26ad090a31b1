import { expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { signIn } from '#app/procedures/account/signIn.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { settleTransfer } from '#app/procedures/transfer/settle.ts';
import { transferOut } from '#app/procedures/transfer/transferOut.ts';
import { establishmentCard } from '#db/queries/establishmentCard.ts';
import { incomingTransfer, transferOf, transfers } from '#db/queries/transfers.ts';
import { neighbourOffice } from '#fixtures/demo.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted, openOffice, password } from '#test/support/world.ts';

const everything = { kind: 'all' } as const;
const address = {
  postal: '1000001',
  prefecture: '13',
  city: '架空台市（見本）',
  street: '見本町2-2',
  building: null,
};

async function moving(open: OpenDatabase) {
  const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
  const employer = await office.openedAtCounter();
  const valid = await office.accepted(
    await office.visited(await office.submitted(employer, await office.filledIn(employer)), '2026-11-24'),
  );
  const pending = await office.submitted(employer, await office.filledIn(employer));
  const id = valid.establishmentId;
  const establishment = async () => {
    const found = await office.stores.establishments.find(everything, id);
    if (!found) throw new Error('gone');
    return found;
  };
  const request = granted(
    await office.perform(askStop, employer, {
      postingId: valid.id,
      version: valid.version,
      reason: '採用が決まったため',
      stopOn: '2026-12-10',
    }),
  );
  await office.runner.runDue();
  office.mails.length = 0;
  const input = async () => ({
    establishmentId: id,
    version: (await establishment()).version,
    toOfficeId: neighbourOffice.id,
    movedOn: '2026-11-20',
    reason: '本社の移転（見本）',
    address,
  });
  return {
    office,
    employer,
    id,
    valid,
    pending,
    request,
    establishment,
    input,
    transfer: async () =>
      granted(await office.perform(transferOut, office.staff.supervisor, await input())).transferId,
  };
}

describeOnEveryDatabase('An establishment that moves to another jurisdiction', (open) => {
  test('closes its MyPage at once and carries nothing over', async () => {
    const { office, employer, id, valid, pending, request, establishment, transfer } = await moving(open);
    await transfer();
    expect((await establishment()).state).toBe('transferred_out');
    expect(await office.now(valid.id)).toMatchObject({ state: 'invalid', invalidatedOn: '2026-11-24' });
    expect((await office.now(pending.id)).state).toBe('lapsed');
    expect(await office.stores.changeRequests.find(everything, request.requestId)).toMatchObject({
      state: 'void',
    });
    expect(await office.stores.accounts.find(employer.accountId)).toMatchObject({ closedOn: '2026-11-24' });
    const again = await office.perform(signIn, visitor, { email: employer.email, password, device: 'other' });
    expect(again).toMatchObject({
      ok: false,
      code: 'account-transferred',
      params: { office: neighbourOffice.name, phone: neighbourOffice.phone },
    });
    await office.runner.runDue();
    expect(office.mails.map(({ kind, to }) => [kind, to])).toEqual([['mail.transferredOut', employer.email]]);
    expect(office.mails[0]?.text).toContain(neighbourOffice.name);
    expect(office.mails[0]?.text).toContain('引き継がれません');
    expect(await office.stores.postings.openOf(id)).toEqual([]);
  });

  test('is registered anew by the new office with the same number and address, and both see it', async () => {
    const { office, employer, id, establishment, transfer } = await moving(open);
    const { reader } = office.database;
    const transferId = await transfer();
    const before = await establishment();
    const { neighbour, clerk } = office.staff;
    const [incoming] = (await transfers(reader, neighbour, 1)).rows;
    expect(incoming).toMatchObject({ incoming: true, name: before.name, address, establishmentId: null });
    expect(JSON.stringify(incoming)).not.toContain(before.phone);
    expect(await establishmentCard(reader, neighbour, id, '2026-11-24T01:00:00.000Z')).toBeNull();

    const number = before.number ?? '';
    expect(
      await office.perform(settleTransfer, neighbour, { transferId, establishmentNumber: number }),
    ).toMatchObject({ ok: false, code: 'transfer-not-registered' });
    const anew = granted(
      await office.perform(registerEstablishment, neighbour, { values: before.details, knownOthers: [] }),
    ).establishmentId;
    granted(
      await office.perform(registerEmail, neighbour, {
        establishmentId: anew,
        values: { email: employer.email },
      }),
    );
    granted(await office.perform(settleTransfer, neighbour, { transferId, establishmentNumber: number }));
    office.clock.moveOn(3_600_000);
    await office.setUpPassword(employer.email, 'start');
    expect(
      await office.perform(signIn, visitor, { email: employer.email, password, device: 'other' }),
    ).toMatchObject({ ok: true });
    // The old MyPage had two postings; the new one has none.
    expect(await office.stores.postings.history(anew, null)).toEqual([]);
    expect(await transferOf(reader, clerk, id)).toMatchObject({
      incoming: false,
      registeredNumber: number,
      office: { name: neighbourOffice.name },
    });
    await expect(
      office.perform(settleTransfer, neighbour, { transferId, establishmentNumber: number }),
    ).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('is moved by a supervisor of its own office, once, to another office, not ahead of the day', async () => {
    const { office, input, transfer } = await moving(open);
    const { clerk, supervisor } = office.staff;
    await expect(office.perform(transferOut, clerk, await input())).rejects.toMatchObject({
      name: 'Forbidden',
    });
    const elsewhere = await office.hire('elsewhere', '隣所 監督（見本）', 'supervisor', neighbourOffice.id);
    await expect(office.perform(transferOut, elsewhere, await input())).rejects.toMatchObject({
      name: 'NotFound',
    });
    expect(
      await office.perform(transferOut, supervisor, { ...(await input()), movedOn: '2026-11-25' }),
    ).toMatchObject({ fields: [{ field: 'moved_on', code: 'in-future' }] });
    expect(
      await office.perform(transferOut, supervisor, { ...(await input()), toOfficeId: clerk.officeId }),
    ).toMatchObject({ fields: [{ field: 'to_office_id' }] });
    const transferId = await transfer();
    await expect(office.perform(transferOut, supervisor, await input())).rejects.toMatchObject({
      name: 'Conflict',
    });
    expect(await incomingTransfer(office.database.reader, clerk, transferId)).toBeNull();
  });
});
