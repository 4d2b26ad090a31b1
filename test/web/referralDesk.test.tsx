import { expect, test } from 'vitest';
import { ReferralDecision, type ReferralDecisionProps } from '#app/components/referral/ReferralDecision.tsx';
import { ReferralNewPage, type ReferralNewPageProps } from '#app/components/referral/ReferralNewPage.tsx';
import { ReferralPage, type ReferralPageProps } from '#app/components/referral/ReferralPage.tsx';
import { ReferralsPage, type ReferralsPageProps } from '#app/components/referral/ReferralsPage.tsx';
import { SheetPage, type SheetPageProps } from '#app/components/sheet/SheetPage.tsx';
import { staffResultForm } from '#app/forms/referral.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { loader as letter } from '#app/routes/print.referrals.$id.tsx';
import { loader as unregistered } from '#app/routes/print.unregistered.$establishmentId.tsx';
import { loader as list } from '#app/routes/staff.referrals._index.tsx';
import { loader as card } from '#app/routes/staff.referrals.$id._index.tsx';
import { action as correct } from '#app/routes/staff.referrals.$id.$act.tsx';
import { action as result, loader as resultForm } from '#app/routes/staff.referrals.$id.result.tsx';
import { action as refer, loader as referForm } from '#app/routes/staff.referrals.new.tsx';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { htmlOf } from '#test/components/render.tsx';
import { granted } from '#test/support/world.ts';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await office.accepted(await reviewable('a@example.co.jp'));
const seeker = granted(
  await office.perform(registerSeeker, office.staff.clerk, { values: sampleSeeker(0), otherPerson: false }),
);
const clerk = await signedIn(office.staff.clerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
type Who = { cookie: string };

const newPath = (seekerNumber: string, postingNumber: string): string =>
  `/staff/referrals/new?${new URLSearchParams({ seeker_number: seekerNumber, posting_number: postingNumber })}`;
const asked = async (path: string, who: Who = clerk) => {
  const answer = await call(app, referForm, { ...who, path });
  const html =
    answer.status === 200
      ? htmlOf(<ReferralNewPage {...(answer.data as ReferralNewPageProps)} answer={undefined} />, path)
      : '';
  return { ...answer, html };
};
const number = posting.number ?? '';
let referralId = '';

test('紹介 first checks the two numbers and says what stands in the way', async () => {
  expect((await asked('/staff/referrals/new')).html).not.toContain('エラー');
  expect((await asked(newPath('', number))).html).toContain('求職番号を入力してください');
  expect((await asked(newPath('99010-99', number))).html).toContain('99010-00000099 の方は');
  expect((await asked(newPath(seeker.number, '99010-77'))).html).toContain(
    '99010-00000077 の求人はありません',
  );
  const { html } = await asked(newPath(seeker.number.replace('-', ''), number));
  expect(html).toContain('見本　一恵');
  expect(html).toContain('name="phoned"');
  expect(html).not.toContain('name="certain_seekers"');
  expect((await asked(newPath(seeker.number, number), auditor)).status).toBe(403);
  // The neighbour does not know this seeker.
  expect((await asked(newPath(seeker.number, number), neighbour)).html).toContain('登録されていません');
});

test('紹介 is made once the form is right, and then the letter is there to print', async () => {
  const path = newPath(seeker.number, number);
  const send = (form: Record<string, string>) =>
    call(app, refer, { ...clerk, path, form: { _key: formKey(), ...form } });
  expect(await send({})).toMatchObject({ status: 422 });
  expect(await send({ phoned: 'yes', interview_on: '2026-11-23' })).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'interview_on', code: 'past-day' }] },
  });
  const made = await send({ phoned: 'no', interview_on: 'R8.12.1', interview_place: '本社2階' });
  expect(made.location).toMatch(/^\/staff\/referrals\/[0-9a-f-]{36}\?done=referral-made-mailed$/);
  referralId = made.location?.slice('/staff/referrals/'.length).split('?')[0] ?? '';
  expect((await asked(path)).html).toContain('すでにこの求人に紹介されています');

  const params = { id: referralId };
  const printed = await call(app, letter, { ...clerk, path: `/print/referrals/${referralId}`, params });
  const html = htmlOf(<SheetPage {...(printed.data as SheetPageProps)} />, '/print');
  for (const word of ['紹介状', '取扱注意', '見本　一恵', number, '令和8年12月1日', '本社2階'])
    expect(html).toContain(word);
  expect(await call(app, letter, { ...neighbour, params })).toMatchObject({ status: 404 });
  expect(await call(app, letter, { ...auditor, params })).toMatchObject({ status: 403 });
  const views = await office.database.reader('view_log').where({ screen: 'referral.letter' });
  expect(views.map(({ subject_id }) => subject_id)).toEqual([referralId]);
});

test('the referral is listed, and its card offers only what the reader may do', async () => {
  const listed = await call(app, list, { ...clerk, path: '/staff/referrals' });
  expect(htmlOf(<ReferralsPage {...(listed.data as ReferralsPageProps)} />, '/staff/referrals')).toContain(
    `href="/staff/referrals/${referralId}"`,
  );
  const page = async (who: Who) => {
    const { data } = await call(app, card, { ...who, params: { id: referralId } });
    return htmlOf(<ReferralPage {...(data as ReferralPageProps)} />, `/staff/referrals/${referralId}`);
  };
  expect(await page(clerk)).toContain(`/staff/referrals/${referralId}/result`);
  expect(await page(auditor)).not.toContain(`/staff/referrals/${referralId}/result`);
  expect(await page(auditor)).toContain('閲覧だけができます');
  expect(await call(app, card, { ...neighbour, params: { id: referralId } })).toMatchObject({ status: 404 });
  const params = { establishmentId: posting.establishmentId };
  expect(await call(app, unregistered, { ...clerk, params })).toMatchObject({ status: 200 });
  expect(await call(app, unregistered, { ...neighbour, params })).toMatchObject({ status: 404 });
});

test('代行登録 keeps what was typed, asks for the way it was told, and can be taken back', async () => {
  const params = { id: referralId };
  const path = `/staff/referrals/${referralId}/result`;
  const shown = await call(app, resultForm, { ...clerk, path, params });
  const html = htmlOf(
    <ReferralDecision
      {...(shown.data as Omit<ReferralDecisionProps, 'act' | 'form' | 'answer'>)}
      act="result"
      form={staffResultForm}
      answer={undefined}
    />,
    path,
  );
  expect(html).toContain('応募者からの辞退');
  const send = (form: Record<string, string>, who: Who = clerk) =>
    call(app, result, { ...who, path, params, form: { _key: formKey(), _version: '1', ...form } });
  expect(await send({ result: 'hired' })).toMatchObject({
    status: 422,
    data: {
      typed: { result: 'hired' },
      errors: [{ field: 'conditions_differed' }, { field: 'channel' }],
    },
  });
  const whole = { result: 'hired', conditions_differed: 'no', channel: 'phone' };
  expect((await send(whole, auditor)).status).toBe(403);
  expect((await send(whole, neighbour)).status).toBe(404);
  expect((await send(whole)).location).toBe(`/staff/referrals/${referralId}?done=result-registered`);
  expect((await send(whole)).status).toBe(409);

  const take = (form: Record<string, string>, act: string) =>
    call(app, correct, {
      ...clerk,
      params: { ...params, act },
      form: { _key: formKey(), _version: '2', ...form },
    });
  expect((await take({}, 'reopen')).status).toBe(422);
  expect((await take({ reason: '取り違え' }, 'cancel')).status).toBe(409);
  expect((await take({ reason: '取り違え' }, 'erase')).status).toBe(404);
  expect((await take({ reason: '取り違え' }, 'reopen')).location).toBe(
    `/staff/referrals/${referralId}?done=referral-reopened`,
  );
});
