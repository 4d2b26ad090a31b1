import { expect, test } from 'vitest';
import { SeekerPage, type SeekerPageProps } from '#app/components/seeker/SeekerPage.tsx';
import { SeekersPage, type SeekersPageProps } from '#app/components/seeker/SeekersPage.tsx';
import { loader as list } from '#app/routes/staff.seekers._index.tsx';
import { loader as card } from '#app/routes/staff.seekers.$id._index.tsx';
import { action as edit } from '#app/routes/staff.seekers.$id.edit.tsx';
import { action as importFile } from '#app/routes/staff.seekers.import.tsx';
import { action as register } from '#app/routes/staff.seekers.new.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const clerk = await signedIn(office.staff.clerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
type Who = { cookie: string };

const person = {
  seeker_name: '見本　一恵',
  seeker_name_kana: 'みほん　かずえ',
  born_on: 'S60.1.2',
  wished_occupation: '一般事務',
  wished_prefecture: '13',
  wished_employment_form: 'regular',
  wished_work_time: 'full',
};
const send = (form: Record<string, string>, who: Who = clerk) =>
  call(app, register, { ...who, path: '/staff/seekers/new', form: { _key: formKey(), ...form } });
let seekerId = '';

test('求職者の登録 says what is missing, keeps what was typed, and knows the same person again', async () => {
  expect(await send({ seeker_name: '見本' })).toMatchObject({
    status: 422,
    data: { typed: { seeker_name: '見本' } },
  });
  expect((await send(person, auditor)).status).toBe(403);
  const made = await send(person);
  expect(made.location).toMatch(/^\/staff\/seekers\/[0-9a-f-]{36}\?done=seeker-registered$/);
  seekerId = made.location?.slice('/staff/seekers/'.length).split('?')[0] ?? '';
  expect(await send(person)).toMatchObject({ status: 422, data: { refusal: { code: 'seeker-known' } } });
  expect((await send({ ...person, other_person: 'on' })).status).toBe(302);
});

test('the card is for the office in charge only, and every look at it is logged', async () => {
  const params = { id: seekerId };
  const page = async (who: Who) => {
    const { data } = await call(app, card, { ...who, params });
    return htmlOf(<SeekerPage {...(data as SeekerPageProps)} />, `/staff/seekers/${seekerId}`);
  };
  expect(await page(clerk)).toContain('求人に紹介する');
  expect(await page(auditor)).not.toContain('求人に紹介する');
  expect(await page(clerk)).toContain('公開の希望がないため');
  expect((await call(app, card, { ...neighbour, params })).status).toBe(404);
  const views = await office.database.reader('view_log').where({ screen: 'seeker', subject_id: seekerId });
  expect(views).toHaveLength(3);

  const change = { ...person, is_public: 'on', appeal: '電話は見本　一恵まで' };
  const save = (form: Record<string, string>, version = '1') =>
    call(app, edit, { ...clerk, params, form: { _key: formKey(), _version: version, ...form } });
  expect(await save(change)).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'appeal', code: 'says-who' }] },
  });
  expect((await save({ ...person, is_public: 'on' })).location).toBe(
    `/staff/seekers/${seekerId}?done=seeker-saved`,
  );
  expect((await save(person)).status).toBe(409);
  expect(await page(clerk)).toContain('氏名・連絡先・求職番号は見えません');
});

test('the list finds by kana typed in hiragana and says what to do when nothing is found', async () => {
  const page = async (q: string) => {
    const path = `/staff/seekers?${new URLSearchParams({ q })}`;
    const { data } = await call(app, list, { ...clerk, path });
    return htmlOf(<SeekersPage {...(data as SeekersPageProps)} />, path);
  };
  expect(await page('かずえ')).toContain('2件見つかりました');
  expect(await page('ごんべえ')).toContain('求職者が見つかりません');
  expect(await page('')).toContain('最近登録・変更した求職者');
});

test('a CSV file is shown first, entered whole, and told line by line where it is wrong', async () => {
  const head =
    '求職番号,氏名,氏名（カナ）,生年月日,希望する職種,希望する勤務地（都道府県）,希望する雇用形態,希望する働く時間';
  const row = (number: string, name: string, occupation: string) =>
    `${number},${name},ミホン　カズエ,1985-01-02,${occupation},東京都,正社員,フルタイム`;
  const post = (intent: string, csv: string, more: Record<string, string> = {}, who: Who = clerk) =>
    call(app, importFile, { ...who, form: { _key: formKey(), _intent: intent, csv, ...more } });

  expect(await post('check', '')).toMatchObject({ status: 422, data: { problems: [{ line: null }] } });
  const wrong = [head, row('', '', '調理'), row('99010-00000099', '見本', '調理')].join('\n');
  expect(await post('check', wrong)).toMatchObject({
    status: 422,
    data: {
      typed: { csv: wrong },
      problems: [
        { line: 2, message: '氏名を入力してください。' },
        { line: 3, message: expect.stringContaining('「99010-00000099」の登録は') },
      ],
    },
  });

  const csv = [head, row('99010-00000001', '見本　一恵', '調理')].join('\n');
  expect(await post('check', csv)).toMatchObject({
    status: 200,
    data: { table: { rows: [{ line: 2, version: 2, what: 'changed' }] } },
  });
  expect((await post('enter', csv, { version: '2' }, auditor)).status).toBe(403);
  expect(await post('enter', csv, { version: '1' })).toMatchObject({
    status: 422,
    data: { refusal: { code: 'seekers-changed' } },
  });
  expect((await post('enter', csv, { version: '2' })).location).toBe('/staff/seekers?done=seekers-imported');
  const doubled = [head, row('', '見本　一恵', '調理')].join('\n');
  expect(await post('check', doubled)).toMatchObject({
    data: { table: { rows: [{ what: 'added', sameAs: '99010-00000001、99010-00000002' }] } },
  });
});
