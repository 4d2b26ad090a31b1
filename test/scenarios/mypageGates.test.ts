import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Account } from '#app/domain/account.ts';
import { type EmployerActor, visitor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { stepOf } from '#app/forms/posting.ts';
import { judgeAccess } from '#app/procedures/account/access.ts';
import { checkKey } from '#app/procedures/account/checkKey.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { signIn } from '#app/procedures/account/signIn.ts';
import { enterEstablishment } from '#app/procedures/establishment/enterProvisionally.ts';
import { resendPosting } from '#app/procedures/posting/resend.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { refusalText } from '#app/text/refusals.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { mypageHome } from '#db/queries/mypageHome.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, keyIn, openOffice, password, type World } from '#test/support/world.ts';

const firstPosting = '2026-11-24T10:00:00+09:00';

const restrict = async (office: World, employer: EmployerActor): Promise<string> => {
  const id = randomUUID();
  await office.stores.restrictions.insert({
    id,
    establishmentId: employer.establishmentId ?? '',
    officeId: office.staff.clerk.officeId,
    begunOn: '2026-11-24',
    verdictId: null,
    released: null,
  });
  return id;
};

const setAccount = async (office: World, employer: EmployerActor, changes: Partial<Account>) => {
  const account = await office.stores.accounts.find(employer.accountId);
  if (!account) throw new Error('No account.');
  await office.stores.accounts.update({ ...account, ...changes });
};

const confirmed: string[] = Array.from({ length: 30 }, (_, index) => `C${String(index).padStart(2, '0')}`);
const shown = ({ id, version }: Posting) => ({ postingId: id, version });

/** The four acts of applying, each tried on the posting it is for. */
const tries = (office: World, employer: EmployerActor) => ({
  startDraft: () => office.perform(startDraft, employer, {}),
  saveStep: (draft: Posting) => {
    const values = Object.fromEntries(
      (stepOf(1)?.fields ?? []).map(({ name }) => [name, draft.content[name] ?? null]),
    );
    const input = { ...shown(draft), step: 1, values, proceed: false, confirmed: [] };
    return office.perform(saveStep, employer, input);
  },
  submit: (draft: Posting) => office.perform(submitPosting, employer, { ...shown(draft), confirmed }),
  resend: (returned: Posting) => office.perform(resendPosting, employer, { ...shown(returned), confirmed }),
});

const returned = async (office: World, employer: EmployerActor): Promise<Posting> => {
  const sent = await office.submitted(employer, await office.filledIn(employer));
  const words = { reasons: ['wage'], fields: [], message: '賃金をご確認ください。' };
  granted(await office.perform(returnPosting, office.staff.clerk, { ...shown(sent), ...words }));
  return office.now(sent.id);
};

const closed = (rule: string) => ({
  ok: false,
  code: 'feature-closed',
  params: { feature: 'posting-apply', office: 'ハローワーク架空野' },
  verdict: { reasons: [{ rule }] },
});

const verdictOf = async (office: World, employer: EmployerActor, today = '2026-11-24') => {
  const { records } = await mypageAccess(office.database.reader, employer, today);
  return judgeAccess(office.rules, records, today);
};

const login = (office: World, { email }: EmployerActor, typed = password) =>
  office.perform(signIn, visitor, { email, password: typed, device: 'windows' });

describeOnEveryDatabase('An establishment whose MyPage is restricted', (open) => {
  const opened = async () => {
    const office = await openOffice(await open(), firstPosting);
    const employer = await office.openedAtCounter();
    return { office, employer };
  };

  test('cannot begin, save, hand in or send again a posting, and hears why and whom to call', async () => {
    const { office, employer } = await opened();
    const draft = await office.filledIn(employer);
    const back = await returned(office, employer);
    await restrict(office, employer);
    const { startDraft: start, saveStep: save, submit, resend } = tries(office, employer);
    for (const outcome of [await start(), await save(draft), await submit(draft), await resend(back)])
      expect(outcome).toMatchObject(closed('MF2'));
    const refusal = (await start()) as Refusal;
    expect(refusalText('feature-closed', refusal.params)).toMatch(
      /^「求人の申込み」は、2026年11月24日\(火\)（令和8年）から利用できません。お問い合わせ先は、ハローワーク架空野（[\d-]+）です。$/,
    );
    expect(refusal.verdict?.reasons.map(({ message }) => message)).toEqual([
      expect.stringContaining('解除するには、管轄のハローワークへ連絡してください。'),
    ]);
  });

  test('loses nothing by it: draft and returned posting stay as they were', async () => {
    const { office, employer } = await opened();
    const draft = await office.filledIn(employer);
    await restrict(office, employer);
    await tries(office, employer).submit(draft);
    expect(await office.now(draft.id)).toEqual(draft);
    expect(await office.stores.verdicts.page('', 100)).toEqual([]);
  });

  test('still signs in and reads its home', async () => {
    const { office, employer } = await opened();
    const draft = await office.filledIn(employer);
    await restrict(office, employer);
    expect(await login(office, employer)).toMatchObject({ ok: true });
    const { lists } = await mypageHome(office.database.reader, employer);
    expect(lists.drafts.rows).toMatchObject([{ id: draft.id, state: 'draft' }]);
  });

  test('keeps the registration of results, the cure, while a posting is valid', async () => {
    const { office, employer } = await opened();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    await office.accepted(await office.visited(pending, '2026-11-24'));
    await restrict(office, employer);
    const { outcome, deny } = await verdictOf(office, employer);
    expect(outcome).toBe('limited');
    expect(deny).not.toContain('applicants');
    expect(deny).not.toContain('withdraw');
  });

  test('applies again once the office has lifted the restriction', async () => {
    const { office, employer } = await opened();
    const draft = await office.filledIn(employer);
    const id = await restrict(office, employer);
    expect(await tries(office, employer).submit(draft)).toMatchObject({ ok: false });
    await office.stores.restrictions.release(id, {
      on: '2026-11-24',
      by: office.staff.clerk.id,
      reason: '結果が登録されたため',
      promisedOn: null,
      spokenTo: null,
      channel: null,
      transferId: null,
    });
    expect(await tries(office, employer).submit(draft)).toMatchObject({ ok: true });
  });

  test('is alone with it: another establishment applies as before', async () => {
    const { office, employer } = await opened();
    await restrict(office, employer);
    const other = await office.openedAtCounter('b@example.co.jp');
    expect(await tries(office, other).startDraft()).toMatchObject({ ok: true });
  });
});

describeOnEveryDatabase('A MyPage that is 利用不可', (open) => {
  const suspended = async () => {
    const office = await openOffice(await open(), firstPosting);
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer);
    await setAccount(office, employer, { suspendedOn: '2026-11-24' });
    return { office, employer, draft };
  };

  test('signs in and finds everything but 退会 closed', async () => {
    const { office, employer } = await suspended();
    expect(await login(office, employer)).toMatchObject({ ok: true });
    const verdict = await verdictOf(office, employer);
    expect(verdict.outcome).toBe('closed');
    expect(verdict.reasons.map(({ rule }) => rule)).toContain('MF3');
    expect(verdict.deny).not.toContain('withdraw');
  });

  test('cannot apply, and hears that it is 利用不可', async () => {
    const { office, employer, draft } = await suspended();
    expect(await tries(office, employer).startDraft()).toMatchObject(closed('MF3'));
    expect(await tries(office, employer).submit(draft)).toMatchObject(closed('MF3'));
  });

  test('hears both reasons when it is restricted, too', async () => {
    const { office, employer } = await suspended();
    await restrict(office, employer);
    const refusal = (await tries(office, employer).startDraft()) as Refusal;
    expect(refusal.verdict?.reasons.map(({ rule }) => rule)).toEqual(['MF2', 'MF3']);
  });

  test('applies again when the office has lifted it', async () => {
    const { office, employer, draft } = await suspended();
    await setAccount(office, employer, { suspendedOn: null });
    expect(await tries(office, employer).submit(draft)).toMatchObject({ ok: true });
  });

  test('cannot enter an establishment either', async () => {
    const office = await openOffice(await open(), firstPosting);
    const employer = await office.openedOnline();
    const entered = await office.stores.establishments.find({ kind: 'all' }, employer.establishmentId ?? '');
    if (!entered) throw new Error('No establishment.');
    const correction = {
      officeId: entered.officeId,
      values: Object.fromEntries(
        fieldsOf(provisionalEstablishmentForm).map(({ name }) => [name, entered.details[name] ?? null]),
      ),
      version: entered.version,
    };
    await setAccount(office, employer, { suspendedOn: '2026-11-24' });
    expect(await office.perform(enterEstablishment, employer, correction)).toMatchObject({
      code: 'feature-closed',
      params: { feature: 'establishment-change' },
    });
    await setAccount(office, employer, { suspendedOn: null });
    granted(await office.perform(enterEstablishment, employer, correction));
  });
});

describeOnEveryDatabase('An account that has withdrawn', (open) => {
  const withdrawn = async () => {
    const office = await openOffice(await open(), firstPosting);
    const employer = await office.openedAtCounter();
    await setAccount(office, employer, { withdrawnOn: '2026-11-24' });
    return { office, employer };
  };

  test('cannot sign in; who knows the password hears since when it is closed and whom to call', async () => {
    const { office, employer } = await withdrawn();
    const right = (await login(office, employer)) as Refusal;
    expect(right).toMatchObject({ ok: false, code: 'account-withdrawn' });
    expect(refusalText('account-withdrawn', right.params)).toMatch(
      /^このアカウントは11月24日\(火\)に退会したため、.*12月26日\(土\)に消去.*ハローワーク架空野（[\d-]+）です。$/,
    );
    expect(await login(office, employer, 'ちがうパスワードを入れました')).toEqual({
      ok: false,
      code: 'sign-in-failed',
    });
  });

  test('is sent no new key, whichever page asks for one', async () => {
    const { office, employer } = await withdrawn();
    const before = office.mails.length;
    for (const purpose of ['start', 'register'] as const) {
      office.clock.moveOn(120_000);
      granted(await office.perform(requestKey, visitor, { email: employer.email, purpose }));
      await office.runner.runDue();
    }
    expect(office.mails).toHaveLength(before);
  });

  test('finds a key from before worth nothing', async () => {
    const office = await openOffice(await open(), firstPosting);
    const employer = await office.openedAtCounter();
    office.clock.moveOn(120_000);
    granted(await office.perform(requestKey, visitor, { email: employer.email, purpose: 'start' }));
    await office.runner.runDue();
    const key = keyIn(office.mails, employer.email);
    await setAccount(office, employer, { withdrawnOn: '2026-11-24' });
    expect(await office.perform(checkKey, visitor, { email: employer.email, key })).toEqual({
      ok: false,
      code: 'key-wrong',
    });
  });

  test('signs in again when the office has taken the withdrawal back', async () => {
    const { office, employer } = await withdrawn();
    await setAccount(office, employer, { withdrawnOn: null });
    expect(await login(office, employer)).toMatchObject({ ok: true });
  });
});

describeOnEveryDatabase('A MyPage without a valid posting', (open) => {
  test('applies for postings; what needs one is closed until one is accepted', async () => {
    const office = await openOffice(await open(), firstPosting);
    const employer = await office.openedAtCounter();
    const before = await verdictOf(office, employer);
    expect(before).toMatchObject({
      outcome: 'limited',
      deny: ['applicants', 'message-send', 'seeker-search'],
    });
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const { validUntil } = await office.accepted(await office.visited(pending, '2026-11-24'));
    expect(await verdictOf(office, employer)).toMatchObject({ outcome: 'open', deny: [] });
    expect(await verdictOf(office, employer, validUntil ?? '')).toMatchObject({ outcome: 'open' });
    expect(await verdictOf(office, employer, '2027-02-01')).toMatchObject({ outcome: 'limited' });
  });
});
