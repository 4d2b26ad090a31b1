import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EstablishmentCardProps } from '#app/components/establishment/card.ts';
import { EstablishmentCard } from '#app/components/establishment/EstablishmentCard.tsx';
import { ReleasePage, type ReleasePageProps } from '#app/components/restriction/ReleasePage.tsx';
import { RestrictionPage, type RestrictionPageProps } from '#app/components/restriction/RestrictionPage.tsx';
import {
  RestrictionsPage,
  type RestrictionsPageProps,
} from '#app/components/restriction/RestrictionsPage.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { imposeRestriction } from '#app/procedures/restriction/impose.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { loader as establishment } from '#app/routes/staff.establishments.$id._index.tsx';
import { loader as list } from '#app/routes/staff.restrictions._index.tsx';
import { loader as card } from '#app/routes/staff.restrictions.$id._index.tsx';
import { loader as form, action as release } from '#app/routes/staff.restrictions.$id.release.tsx';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { htmlOf } from '#test/components/render.tsx';
import { granted } from '#test/support/world.ts';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await office.accepted(await reviewable('a@example.co.jp'));
const clerk = await signedIn(office.staff.clerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
type Who = { cookie: string };

/** 51 referrals without a result, made in the past. */
async function overdue(referredOn: CalendarDate): Promise<void> {
  for (let index = 0; index < 51; index += 1) {
    const { seekerId } = granted(
      await office.perform(registerSeeker, office.staff.clerk, {
        values: sampleSeeker(index),
        otherPerson: false,
      }),
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
    await office.database.writer('referral').where({ id: referralId }).update({ referred_on: referredOn });
  }
}
await overdue('2026-11-02');
const { restrictionId } = granted(
  await office.perform(
    imposeRestriction,
    { kind: 'system', job: randomUUID() },
    { establishmentId: posting.establishmentId },
  ),
);
const params = { id: restrictionId };
const path = `/staff/restrictions/${restrictionId}`;

test('the list shows restrictions of the own office with what is missing now', async () => {
  const page = async (who: Who) => {
    const { data } = await call(app, list, { ...who, path: '/staff/restrictions' });
    return htmlOf(<RestrictionsPage {...(data as RestrictionsPageProps)} />, '/staff/restrictions');
  };
  expect(await page(clerk)).toContain(`href="${path}"`);
  expect(await page(clerk)).toContain('51件');
  expect(await page(neighbour)).toContain('現在の制限はありません。');
});

test('the card of the establishment leads to the restriction and to what is missing', async () => {
  const page = async () => {
    const { data } = await call(app, establishment, { ...clerk, params: { id: posting.establishmentId } });
    return htmlOf(<EstablishmentCard {...(data as EstablishmentCardProps)} />, '/staff/establishments');
  };
  expect(await page()).toContain(`href="${path}"`);
  expect(await page()).toContain(`href="/print/unregistered/${posting.establishmentId}"`);
});

test('the card says why, what to read out, which results, and when it would fall again', async () => {
  const page = async (who: Who) => {
    const { data } = await call(app, card, { ...who, path, params });
    return htmlOf(<RestrictionPage {...(data as RestrictionPageProps)} />, path);
  };
  const html = await page(clerk);
  for (const words of [
    '未登録が50件を超えたため',
    '未登録がまだ51件あり',
    '選考結果が登録されていない方が、51件あります',
    '求人の申込み、求人の変更、求人の募集停止',
    '11月25日(水)の未明に再び制限されます',
    `href="${path}/release"`,
    '次のページ',
  ])
    expect(html).toContain(words);
  expect(await page(auditor)).not.toContain(`${path}/release`);
  expect((await call(app, card, { ...neighbour, path, params })).status).toBe(404);
});

test('解除 keeps what was typed, needs the promised day, and tells what follows', async () => {
  const { data } = await call(app, form, { ...clerk, path, params });
  const html = htmlOf(<ReleasePage {...(data as ReleasePageProps)} answer={undefined} />, `${path}/release`);
  expect(html).toContain('2026年12月8日(火)（令和8年）までの日付');
  const talk = { channel: 'phone', spoken_to: '総務課　見本 担当', reason: '登録を約束した' };
  const send = (values: Record<string, string>, who: Who = clerk) =>
    call(app, release, { ...who, params, form: { _key: formKey(), ...values } });
  expect(await send({ ...talk, reason: '' })).toMatchObject({
    status: 422,
    data: { typed: { spoken_to: talk.spoken_to }, errors: [{ field: 'reason' }] },
  });
  expect(await send(talk)).toMatchObject({
    status: 422,
    data: { refusal: { code: 'release-promise-missing' }, errors: [{ field: 'promised_on' }] },
  });
  const whole = { ...talk, promised_on: '2026-12-01' };
  expect((await send(whole, auditor)).status).toBe(403);
  expect((await send(whole, neighbour)).status).toBe(404);
  expect((await send(whole)).location).toBe(`${path}?done=restriction-released`);
  expect((await send(whole)).status).toBe(409);

  const after = await call(app, card, { ...clerk, path, params });
  const page = htmlOf(<RestrictionPage {...(after.data as RestrictionPageProps)} />, path);
  expect(page).toContain('約束日（12月1日(火)）の終わりまでは制限されません');
  expect(page).toContain('12月2日(水)の未明に再び制限されます');
  expect(page).toContain('総務課　見本 担当（電話）');
});
