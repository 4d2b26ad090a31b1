import { expect, test } from 'vitest';
import { enterMinimumWages } from '#app/procedures/minimumWage/enter.ts';
import { withdrawMinimumWage } from '#app/procedures/minimumWage/withdraw.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { partTimePosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

/** The workplace's own prefecture, and an amount of the test for the next year. */
const tokyo = { prefecture: '13', from: '2026-10-03' };
const source = '官報（見本）';

const enter = (
  office: World,
  yen: number,
  before: number | null = null,
  by = office.staff.supervisor,
  key?: string,
) => office.perform(enterMinimumWages, by, { source, wages: [{ ...tokyo, yen, before }] }, key);

const inTokyo = (base_pay_min: number) =>
  partTimePosting({ workplace_prefecture: '13', base_pay_min, base_pay_max: 2_000 });

const rulesOf = (outcome: object): unknown =>
  'verdict' in outcome
    ? (outcome.verdict as { reasons: { rule: string }[] }).reasons.map(({ rule }) => rule)
    : outcome;

describeOnEveryDatabase('A minimum wage that a supervisor has entered', (open) => {
  test('refuses a posting below it from the day it begins, and not the day before', async () => {
    const office = await openOffice(await open(), '2026-09-28T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer, inTokyo(1_250));
    const pending = await office.submitted(employer, draft);
    const reviewed =
      pending.state === 'awaiting_visit' ? await office.visited(pending, '2026-09-28') : pending;
    const shown = { postingId: reviewed.id, version: reviewed.version, overrideReason: null, note: null };
    granted(await enter(office, 1_280));

    office.clock.moveTo('2026-10-03T00:00:00+09:00');
    const refused = await office.perform(acceptPosting, office.staff.clerk, shown);
    expect(refused).toMatchObject({ ok: false, code: 'content-blocked' });
    expect(rulesOf(refused)).toEqual(['C02']);

    office.clock.moveTo('2026-10-02T23:59:59+09:00');
    granted(await office.perform(acceptPosting, office.staff.clerk, shown));
    const [kept] = await office.database
      .reader('verdict')
      .where({ subject_id: reviewed.id, occasion: 'accept' })
      .select('outcome');
    expect(kept).toEqual({ outcome: 'confirm' });
  });

  test('is announced to the employer who fills in the form, on the page of the pay', async () => {
    const office = await openOffice(await open(), '2026-09-28T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    granted(await enter(office, 1_280));
    const { postingId } = granted(await office.perform(startDraft, employer, {}));
    const content = inTokyo(1_250);
    await office.stores.postings.update({
      ...(await office.now(postingId)),
      content: { ...content, break_minutes: '六十分' },
      stepsDone: 3,
    });
    const input = { postingId, version: 2, step: 4, values: content, proceed: true, confirmed: [] };
    const asked = await office.perform(saveStep, employer, input);
    expect(asked).toMatchObject({ ok: false, code: 'content-to-confirm' });
    expect(rulesOf(asked)).toEqual(['C03']);
    granted(await office.perform(saveStep, employer, { ...input, confirmed: ['C03'] }));
  });

  test('ends the warning that the wages of the year are missing; until then it does not stop anybody', async () => {
    const office = await openOffice(await open(), '2026-10-01T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer, inTokyo(1_300));
    const input = { postingId: draft.id, version: draft.version, confirmed: [] };
    const asked = await office.perform(submitPosting, employer, input);
    expect(asked).toMatchObject({ ok: false, code: 'content-to-confirm' });
    expect(rulesOf(asked)).toEqual(['C02-rates']);
    granted(await enter(office, 1_280));
    granted(await office.perform(submitPosting, employer, input));
  });

  test('is accepted as missing by a clerk without a reason', async () => {
    const office = await openOffice(await open(), '2026-10-01T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer, inTokyo(1_300)));
    const reviewed =
      pending.state === 'awaiting_visit' ? await office.visited(pending, '2026-10-01') : pending;
    expect((await office.accepted(reviewed)).state).toBe('valid');
  });

  test('is recorded with who entered what in the place of what, and under a second look only', async () => {
    const office = await openOffice(await open(), '2026-09-28T10:00:00+09:00');
    granted(await enter(office, 1_280));
    expect(await enter(office, 1_290)).toMatchObject({ ok: false, code: 'wages-changed' });
    expect(await enter(office, 1_280, 1_280)).toMatchObject({ ok: false, code: 'wages-known' });
    granted(await enter(office, 1_290, 1_280, office.staff.otherSupervisor));
    const rows = await office.database
      .reader('audit_entry')
      .where({ action: 'minimumWage.entered' })
      .orderBy('seq')
      .select('actor_id', 'detail');
    expect(rows.map(({ actor_id, detail }) => [actor_id, JSON.parse(detail)])).toMatchObject([
      [office.staff.supervisor.id, { ...tokyo, yen: 1_280, before: null }],
      [office.staff.otherSupervisor.id, { ...tokyo, yen: 1_290, before: 1_280 }],
    ]);
    expect(await office.stores.minimumWages.ofPrefecture('13')).toMatchObject([
      { yen: 1_290, version: 2, enteredBy: office.staff.otherSupervisor.id },
    ]);
  });

  test('replaces one that the product ships when it begins on the same day, until it is taken back', async () => {
    const office = await openOffice(await open(), '2026-06-01T10:00:00+09:00');
    const shipped = { prefecture: '13', from: '2025-10-03' };
    const wages = [{ ...shipped, yen: 1_227, before: 1_226 }];
    granted(await office.perform(enterMinimumWages, office.staff.supervisor, { source, wages }));
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer, inTokyo(1_300));
    const below = { ...draft, content: inTokyo(1_226) };
    await office.stores.postings.update(below);
    const input = { postingId: draft.id, version: draft.version + 1, confirmed: [] };
    expect(rulesOf(await office.perform(submitPosting, employer, input))).toEqual(['C02']);

    const [entered] = await office.stores.minimumWages.ofPrefecture('13');
    const withdrawal = { wageId: entered?.id ?? '', version: 1, reason: '桁の誤り' };
    granted(await office.perform(withdrawMinimumWage, office.staff.supervisor, withdrawal));
    granted(await office.perform(submitPosting, employer, input));
    await expect(
      office.perform(withdrawMinimumWage, office.staff.supervisor, withdrawal),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('is entered once, however often the form is sent', async () => {
    const office = await openOffice(await open(), '2026-09-28T10:00:00+09:00');
    const first = await enter(office, 1_280, null, office.staff.supervisor, 'one-key');
    expect(await enter(office, 1_280, null, office.staff.supervisor, 'one-key')).toEqual(first);
    expect(await office.stores.minimumWages.ofPrefecture('13')).toHaveLength(1);
  });

  test('is entered whole or not at all', async () => {
    const office = await openOffice(await open(), '2026-09-28T10:00:00+09:00');
    const wages = [
      { ...tokyo, yen: 1_280, before: null },
      { prefecture: '14', from: '2026-10-04', yen: 1_279, before: 1_225 },
    ];
    expect(await office.perform(enterMinimumWages, office.staff.supervisor, { source, wages })).toMatchObject(
      {
        code: 'wages-changed',
      },
    );
    expect(await office.stores.minimumWages.ofPrefecture('13')).toEqual([]);
  });

  test.each([['2028-09-29'], ['2008-06-30'], ['2026-02-30']])('never begins on %s', async (from) => {
    const office = await openOffice(await open(), '2026-09-28T10:00:00+09:00');
    const wages = [{ prefecture: '13', from, yen: 1_280, before: null }];
    expect(await office.perform(enterMinimumWages, office.staff.supervisor, { source, wages })).toMatchObject(
      {
        code: 'fields-wrong',
        fields: [{ field: 'effective_from', code: 'outside-days' }],
      },
    );
  });

  test.each(['clerk', 'auditor'] as const)('is neither entered nor taken back by a %s', async (role) => {
    const office = await openOffice(await open(), '2026-09-28T10:00:00+09:00');
    await expect(enter(office, 1_280, null, office.staff[role])).rejects.toMatchObject({ name: 'Forbidden' });
    const withdrawal = { wageId: office.staff[role].id, version: 1, reason: '見本' };
    await expect(office.perform(withdrawMinimumWage, office.staff[role], withdrawal)).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });
});
