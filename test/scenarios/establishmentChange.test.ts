import { expect, test } from 'vitest';
import { searchTerms } from '#app/components/establishment/searchTerms.ts';
import { acceptEstablishmentChange } from '#app/procedures/changeRequest/acceptEstablishment.ts';
import { rejectRequest } from '#app/procedures/changeRequest/reject.ts';
import { returnRequest } from '#app/procedures/changeRequest/return.ts';
import { saveEstablishmentChange } from '#app/procedures/changeRequest/saveEstablishment.ts';
import { submitEstablishmentChange } from '#app/procedures/changeRequest/submitEstablishment.ts';
import { withdrawRequest } from '#app/procedures/changeRequest/withdraw.ts';
import { establishmentChange } from '#app/web/changeToDecide.server.ts';
import { establishmentSearch } from '#db/queries/establishmentSearch.ts';
import { mypageChange } from '#db/queries/mypageChange.ts';
import { queuePage } from '#db/queries/queue/page.ts';
import { reviewChange } from '#db/queries/reviewChange.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { registeredEmployer } from '#test/support/establishmentChanges.ts';
import { granted } from '#test/support/world.ts';

const newName = '株式会社みほん新商店';
const newKana = 'ミホンシンショウテン';

describeOnEveryDatabase('事業所情報の変更 asked for by an employer', (open) => {
  test('leaves what is registered in force until the counter accepts, then applies it and keeps the old', async () => {
    const { office, establishment, asked, acceptChange, request, mails } = await registeredEmployer(open);
    const before = await establishment();
    const { id } = await asked({ name: newName, name_kana: newKana, phone: '0300009999' });
    await mails();
    expect(await establishment()).toEqual(before);
    const found = async (name: string) =>
      (await establishmentSearch(office.database.reader, office.staff.clerk, searchTerms(name), 1)).total;
    expect(await found('みほん新商店')).toBe(0);

    await acceptChange(id);
    const after = await establishment();
    expect(after).toMatchObject({ name: newName, nameKana: newKana, phone: '0300009999' });
    expect(after.details).toEqual({
      ...before.details,
      name: newName,
      name_kana: newKana,
      phone: '0300009999',
    });
    expect(after).toMatchObject({ number: before.number, corporateNumber: before.corporateNumber });
    expect(await found('みほん新商店')).toBe(1);
    expect(await office.stores.establishments.versionsOf(before.id)).toMatchObject([
      { cause: 'request', requestId: id, details: before.details, replacedBy: office.staff.clerk.id },
    ]);
    expect(await request(id)).toMatchObject({ state: 'accepted' });
    const [received, accepted] = (await mails()).map(({ subject, text }) => `${subject}\n${text}`);
    expect(received).toContain('事業所情報の変更の申込みを受け付けました');
    expect(received).toContain('受理されるまで、登録されている事業所情報はいまのままです。');
    expect(received).not.toContain('職種');
    expect(accepted).toContain('事業所情報の変更の申込みを受理しました');
  });

  test('without a difference is not kept, and the numbers of other registers are not the employer’s to change', async () => {
    const { office, employer, establishment, save, valuesWith } = await registeredEmployer(open);
    expect(await save({})).toMatchObject({ ok: false, code: 'establishment-unchanged' });
    const { version } = await establishment();
    const values = { ...(await valuesWith({ name: newName })), corporate_number: '7000012050002' };
    await expect(
      office.perform(saveEstablishmentChange, employer, { version, values }),
    ).rejects.toMatchObject({ name: 'BadInput' });
  });

  test('is one request however often it is saved, also at the same moment', async () => {
    const { office, save, send, mails } = await registeredEmployer(open);
    const both = await Promise.all(
      [save({ name: newName }), save({ phone: '0300009999' })].map((one) =>
        one.catch((error: Error) => error.name),
      ),
    );
    expect(both.some((one) => typeof one === 'object' && one.ok)).toBe(true);
    const { requestId } = granted(await save({ name: newName }));
    granted(await send(requestId));
    expect(await save({ phone: '0300009999' })).toMatchObject({
      ok: false,
      code: 'establishment-change-open',
    });
    const now = office.clock.now().toISOString();
    const filter = { kind: 'establishment', due: null, holder: null, search: null, page: 1 } as const;
    const queue = await queuePage(office.database.reader, office.staff.clerk, filter, '2026-11-24', now);
    expect(queue.rows).toMatchObject([{ id: requestId, kind: 'establishment', title: null }]);
    expect((await mails()).length).toBe(1);
  });

  test('is returned with words, corrected and sent again as the same request', async () => {
    const { office, asked, save, send, decidable, request, mails } = await registeredEmployer(open);
    const { id } = await asked({ name: newName });
    const message = '登記事項証明書の写しを窓口にお持ちください。';
    granted(await office.perform(returnRequest, office.staff.clerk, { ...(await decidable(id)), message }));
    expect((await mails()).at(-1)?.text).toContain('登録されている事業所情報はいまのままです');
    expect(granted(await save({ name: newName, name_kana: newKana }))).toEqual({ requestId: id });
    expect(await request(id)).toMatchObject({ state: 'returned', answer: message });
    granted(await send(id));
    expect(await request(id)).toMatchObject({ state: 'submitted', answer: null });
  });

  test('is rejected or withdrawn, and what is registered stays as it is', async () => {
    const { office, employer, establishment, asked, decidable } = await registeredEmployer(open);
    const before = await establishment();
    const message = '管轄が変わるため、移転先のハローワークにご相談ください。';
    const first = await asked({ name: newName });
    granted(
      await office.perform(rejectRequest, office.staff.clerk, { ...(await decidable(first.id)), message }),
    );
    const second = await asked({ name: newName });
    expect(second.id).not.toBe(first.id);
    granted(await office.perform(withdrawRequest, employer, await decidable(second.id)));
    await expect(
      office.perform(acceptEstablishmentChange, office.staff.clerk, {
        ...(await decidable(second.id)),
        establishmentVersion: before.version,
      }),
    ).rejects.toMatchObject({ name: 'Conflict', decided: { action: 'changeRequest.withdrawn' } });
    expect(await establishment()).toEqual(before);
  });

  test('keeps what the counter corrected meanwhile; a correction that was not shown is a conflict', async () => {
    const { office, establishment, asked, correct, acceptInput, acceptChange } =
      await registeredEmployer(open);
    const { id } = await asked({ name: newName, business_description: '新しい事業の内容です。' });
    const shown = await acceptInput(id);
    granted(await correct({ phone: '0300008888', business_description: '窓口で直した事業の内容です。' }));
    await expect(office.perform(acceptEstablishmentChange, office.staff.clerk, shown)).rejects.toMatchObject({
      name: 'Conflict',
      subject: { type: 'establishment' },
      decided: { by: office.staff.clerk.name, action: 'establishment.corrected' },
    });
    const reviewed = await reviewChange(office.database.reader, office.staff.clerk, id);
    if (reviewed === null) throw new Error('The request is gone.');
    expect(establishmentChange(reviewed)).toMatchObject({
      corrected: ['電話番号', '事業内容'],
      overwritten: ['事業内容'],
      jurisdiction: null,
    });
    await acceptChange(id);
    expect((await establishment()).details).toMatchObject({
      name: newName,
      phone: '0300008888',
      business_description: '新しい事業の内容です。',
    });
    expect(
      (await office.stores.establishments.versionsOf((await establishment()).id)).map(({ cause }) => cause),
    ).toEqual(['request', 'correction']);
  });

  test.each([
    [{ prefecture: '13', city: '板橋区' }, 'outside'],
    [{ city: '架空市' }, 'uncertain'],
    [{ street: '見本町9-9-9' }, null],
  ] as const)('to the address %j is shown with its jurisdiction: %s', async (address, expected) => {
    const { office, asked } = await registeredEmployer(open);
    const { id } = await asked(address);
    const reviewed = await reviewChange(office.database.reader, office.staff.clerk, id);
    if (reviewed === null) throw new Error('The request is gone.');
    expect(establishmentChange(reviewed).jurisdiction).toBe(expected);
  });

  test('is closed to a restricted MyPage, except that it may be withdrawn', async () => {
    const { office, employer, asked, save, send, decidable, restrict } = await registeredEmployer(open);
    const { requestId } = granted(await save({ name: newName }));
    await restrict();
    for (const outcome of [await save({ name: newName }), await send(requestId)])
      expect(outcome).toMatchObject({ code: 'feature-closed', params: { feature: 'establishment-change' } });
    granted(await office.perform(withdrawRequest, employer, await decidable(requestId)));
    await expect(asked({ name: newName })).rejects.toThrow('feature-closed');
  });

  test('is out of reach of another employer, of another office and of the auditor', async () => {
    const { office, asked, acceptInput } = await registeredEmployer(open);
    const { id } = await asked({ name: newName });
    const other = await office.openedAtCounter('b@example.co.jp');
    expect(await mypageChange(office.database.reader, other, id)).toBeUndefined();
    const input = await acceptInput(id);
    await expect(office.perform(submitEstablishmentChange, other, input)).rejects.toMatchObject({
      name: 'NotFound',
    });
    expect(await reviewChange(office.database.reader, office.staff.neighbour, id)).toBeNull();
    await expect(
      office.perform(acceptEstablishmentChange, office.staff.neighbour, input),
    ).rejects.toMatchObject({ name: 'NotFound' });
    await expect(
      office.perform(acceptEstablishmentChange, office.staff.auditor, input),
    ).rejects.toMatchObject({ name: 'Forbidden' });
  });
});
