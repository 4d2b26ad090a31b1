import { beforeAll, expect, test } from 'vitest';
import { ApplicantPage, type ApplicantPageProps } from '#app/components/applicant/ApplicantPage.tsx';
import { ApplicantResults, type ApplicantResultsProps } from '#app/components/applicant/ApplicantResults.tsx';
import { ApplicantsPage, type ApplicantsPageProps } from '#app/components/applicant/ApplicantsPage.tsx';
import type { Posting } from '#app/domain/posting.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { registerResult } from '#app/procedures/referral/registerResult.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { loader as list } from '#app/routes/mypage.applicants._index.tsx';
import { loader as applicant, action as register } from '#app/routes/mypage.applicants.$id.tsx';
import { loader as many, action as registerMany } from '#app/routes/mypage.applicants.results.tsx';
import { loader as search } from '#app/routes/mypage.seekers._index.tsx';
import { loader as seeker } from '#app/routes/mypage.seekers.$number.tsx';
import { loader as letter } from '#app/routes/mypage_.print.referral.$id.tsx';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { htmlOf } from '#test/components/render.tsx';
import { signedIn } from '#test/support/session.ts';
import { granted } from '#test/support/world.ts';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn: signedInStaff } = await webOffice();

type Who = { cookie: string };
type Closed = { closed: { code: string; params: Record<string, string> } | null };

async function withPosting(email: string): Promise<{ posting: Posting; who: Who; accountId: string }> {
  const employer = await office.openedAtCounter(email);
  const sent = await office.submitted(employer, await office.filledIn(employer));
  const posting = await office.accepted(await office.visited(sent, '2026-11-24'));
  const cookie = await signedIn(office, 'mypage', employer.accountId);
  return { posting, who: { cookie }, accountId: employer.accountId };
}

const { posting, who } = await withPosting('a@example.co.jp');
const other = await withPosting('b@example.co.jp');
const clerk = await signedInStaff(office.staff.clerk);
const ids: string[] = [];
beforeAll(async () => {
  for (let index = 0; index < 4; index += 1) {
    const values = sampleSeeker(index);
    const { seekerId } = granted(
      await office.perform(registerSeeker, office.staff.clerk, { values, otherPerson: false }),
    );
    const { referralId } = granted(
      await office.perform(makeReferral, office.staff.clerk, {
        seekerId,
        postingId: posting.id,
        phoned: true,
        certainSeekers: false,
        interview: { on: null, at: null, place: null, contact: null },
        note: null,
      }),
    );
    ids.push(referralId);
  }
});

const pathOf = (id = ''): string => `/mypage/applicants/${id}`;
const listed = async (reader: Who = who) => call(app, list, { ...reader, path: '/mypage/applicants' });
const pageOf = async (id: string) => {
  const { data } = await call(app, applicant, { ...who, path: pathOf(id), params: { id } });
  const { page } = data as { page: Omit<ApplicantPageProps, 'answer'> };
  return htmlOf(<ApplicantPage {...page} answer={undefined} />, pathOf(id));
};

test('応募者 are for employers who are signed in, and each sees their own', async () => {
  expect((await call(app, list, { path: '/mypage/applicants' })).location).toMatch(/^\/mypage\/login/);
  expect((await listed(clerk)).location).toMatch(/^\/mypage\/login/);
  const { data } = await listed();
  const html = htmlOf(
    <ApplicantsPage {...(data as { page: ApplicantsPageProps }).page} />,
    '/mypage/applicants',
  );
  for (const words of ['見本　一恵', '今日', '応募者ご本人に直接', '選考結果をまとめて登録する'])
    expect(html).toContain(words);
  expect((await listed(other.who)).data).toMatchObject({ page: { list: { rows: [] } } });
  const [id = ''] = ids;
  for (const route of [applicant, letter])
    expect((await call(app, route, { ...other.who, path: pathOf(id), params: { id } })).status).toBe(404);
});

test('who looked at whom is kept for the office, without a name of the employer', async () => {
  const [id = ''] = ids;
  await pageOf(id);
  await call(app, letter, { ...who, path: `/mypage/print/referral/${id}`, params: { id } });
  const views = await office.database.reader('view_log').where({ subject_id: id });
  expect(views).toHaveLength(2);
  for (const view of views)
    expect(view).toMatchObject({ screen: 'applicant.letter', office_id: office.staff.clerk.officeId });
});

test('a result asks whether the conditions differed, keeps what was typed, and is corrected by the office', async () => {
  const [id = ''] = ids;
  const send = (form: Record<string, string>) =>
    call(app, register, {
      ...who,
      path: pathOf(id),
      params: { id },
      form: { _key: formKey(), _version: '1', ...form },
    });
  expect(await send({})).toMatchObject({ status: 422, data: { errors: [{ field: 'result' }] } });
  expect(await send({ result: 'hired' })).toMatchObject({
    status: 422,
    data: { typed: { result: 'hired' }, errors: [{ field: 'conditions_differed' }] },
  });
  // The applicant's own withdrawal is told to the counter.
  expect(await send({ result: 'declined_by_applicant' })).toMatchObject({ status: 422 });
  const whole = { result: 'hired', conditions_differed: 'yes', conditions_note: '賃金を上げた' };
  expect((await send(whole)).location).toBe(`${pathOf(id)}?done=own-result-registered`);
  expect((await send(whole)).status).toBe(409);
  const html = await pageOf(id);
  expect(html).toContain('相違あり');
  expect(html).toContain('マイページでは訂正できません');
  expect(html).not.toContain('name="result"');
});

test('many at once: errors stand with their row, a settled row is named, the rest is kept and saved', async () => {
  const [, first = '', second = '', third = ''] = ids;
  const path = '/mypage/applicants/results';
  const send = (form: Record<string, string | readonly string[]>) =>
    call(app, registerMany, { ...who, path, form: { _key: formKey(), ...form } });
  const shown = async (answer: unknown) => {
    const { data } = await call(app, many, { ...who, path });
    const { page } = data as { page: Omit<ApplicantResultsProps, 'answer'> };
    return htmlOf(<ApplicantResults {...page} answer={answer as ApplicantResultsProps['answer']} />, path);
  };
  const row = [`${first}:1`, `${second}:1`, `${third}:1`];
  expect(await send({ row })).toMatchObject({
    status: 422,
    data: { refusal: { code: 'results-none-chosen' } },
  });
  const wrong = await send({ row, [`result-${first}`]: 'hired', [`result-${second}`]: 'not_hired' });
  expect(wrong).toMatchObject({
    status: 422,
    data: { errors: [{ field: `conditions_differed-${first}`, code: 'required' }] },
  });
  const html = await shown(wrong.data);
  expect(html).toContain(`href="#f-conditions_differed-${first}"`);
  expect(html).toMatch(/見本　二郎：求人票の労働条件と採用条件の相違を選んでください/);
  await expect(send({ row: ['x:1'] })).resolves.toMatchObject({ status: 400 });

  granted(
    await office.perform(registerResult, office.staff.clerk, {
      referralId: second,
      version: 1,
      result: 'declined_by_applicant',
      channel: 'phone',
      conditionsDiffered: null,
      conditionsNote: null,
    }),
  );
  const chosen = { [`result-${first}`]: 'not_hired', [`result-${second}`]: 'not_hired' };
  const stale = await send({ row, ...chosen });
  expect(stale).toMatchObject({ status: 422, data: { refusal: { code: 'results-not-taken' } } });
  const again = await shown(stale.data);
  expect(again).toContain('まだ1件も登録していません');
  expect(again).toMatch(new RegExp(`href="${pathOf(second)}"[^>]*>紹介状 99010-[0-9]{8} は、先に`));
  const kept = [...again.matchAll(/<input[^>]*>/g)].filter(
    ([input]) => input.includes(`name="result-${first}"`) && input.includes('checked'),
  );
  expect(kept.map(([input]) => /value="(\w*)"/.exec(input)?.[1])).toEqual(['not_hired']);
  expect(again).not.toContain(`name="result-${second}"`);

  const rest = await send({ row: [`${first}:1`, `${third}:1`], [`result-${first}`]: 'not_hired' });
  expect(rest.location).toBe('/mypage/applicants?done=results-registered');
  const state = async (id: string) => (await office.stores.referrals.find({ kind: 'all' }, id))?.state;
  expect([await state(first), await state(third)]).toEqual(['not_hired', 'referred']);
});

test('求職情報検索 asks nothing until something was asked, and shows profiles without a name', async () => {
  const asked = (query: string) => call(app, search, { ...who, path: `/mypage/seekers${query}` });
  expect((await asked('')).data).toMatchObject({ page: { found: null } });
  const { data } = await asked('?occupation=&words=');
  const { rows } = (data as { page: { found: { rows: { inquiryNumber: string }[] } } }).page.found;
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(data)).not.toMatch(/見本　|ミホン|0300/);
  expect((await asked(`?words=${'あ'.repeat(101)}`)).data).toMatchObject({
    page: { found: null, errors: [{ field: 'words', code: 'too-long' }] },
  });
  const number = rows[0]?.inquiryNumber ?? '';
  const path = `/mypage/seekers/${number}`;
  expect((await call(app, seeker, { ...who, path, params: { number } })).data).toMatchObject({
    seeker: { office: { name: 'ハローワーク架空野' } },
  });
  expect((await call(app, seeker, { ...who, params: { number: '100000000' } })).status).toBe(404);
  expect((await call(app, seeker, { ...who, params: { number: '99010-00000001' } })).status).toBe(404);
});

test('beyond the limit of the hour the search says to wait, for the whole establishment and for nobody else', async () => {
  const asked = (reader: Who) => call(app, search, { ...reader, path: '/mypage/seekers?words=' });
  const limit = Number(office.rules.parameter('limits/seeker-search', 'pages', '2026-11-24'));
  for (let pages = 0; pages < limit; pages += 1) await asked(other.who);
  expect((await asked(other.who)).status).toBe(429);
  expect((await asked(who)).status).toBe(200);
}, 60_000);

test('a restriction closes the search and leaves the results open; 利用不可 closes both and names the office', async () => {
  const establishmentId = posting.establishmentId;
  await office.stores.restrictions.insert({
    id: crypto.randomUUID(),
    establishmentId,
    officeId: office.staff.clerk.officeId,
    begunOn: '2026-11-24',
    verdictId: null,
    released: null,
  });
  const feature = async (route: typeof list | typeof search, path: string) =>
    ((await call(app, route, { ...who, path })).data as Closed).closed;
  expect(await feature(list, '/mypage/applicants')).toBeNull();
  expect(await feature(search, '/mypage/seekers?words=')).toMatchObject({
    code: 'feature-closed',
    params: { feature: 'seeker-search', office: 'ハローワーク架空野' },
  });
  const account = await office.stores.accounts.findByEmail('a@example.co.jp');
  if (!account) throw new Error('No account.');
  await office.stores.accounts.update({ ...account, suspendedOn: '2026-11-24' });
  expect(await feature(list, '/mypage/applicants')).toMatchObject({ params: { feature: 'applicants' } });
});

test('once no posting is valid the pages say whom to call, and send no name', async () => {
  const { id, version } = other.posting;
  const found = await office.stores.postings.find({ kind: 'all' }, id);
  if (!found) throw new Error('No posting.');
  await office.stores.postings.update({
    ...found,
    version,
    state: 'invalid',
    invalidatedOn: '2026-11-24',
  });
  for (const [route, path] of [
    [list, '/mypage/applicants'],
    [many, '/mypage/applicants/results'],
    [search, '/mypage/seekers?words='],
  ] as const) {
    const { data } = await call(app, route, { ...other.who, path });
    expect((data as Closed).closed).toMatchObject({
      code: 'feature-closed',
      params: { office: 'ハローワーク架空野', phone: expect.stringMatching(/^0/) },
    });
    expect(Object.keys(data as object)).toEqual(['closed']);
  }
});
