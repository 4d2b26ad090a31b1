import { expect, test } from 'vitest';
import type { EstablishmentCardProps } from '#app/components/establishment/card.ts';
import { EstablishmentCard } from '#app/components/establishment/EstablishmentCard.tsx';
import { DuplicatesPage, type DuplicatesPageProps } from '#app/components/merge/DuplicatesPage.tsx';
import { MergePage, type MergePageProps } from '#app/components/merge/MergePage.tsx';
import { SimilarPage, type SimilarPageProps } from '#app/components/merge/SimilarPage.tsx';
import type { FormValues } from '#app/forms/field.ts';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { loader as search } from '#app/routes/staff.establishments._index.tsx';
import { loader as card } from '#app/routes/staff.establishments.$id._index.tsx';
import { loader as similar } from '#app/routes/staff.establishments.$id.duplicates.tsx';
import { loader as compare, action as decide } from '#app/routes/staff.establishments.$id.merge.$otherId.tsx';
import { loader as list } from '#app/routes/staff.establishments.duplicates.tsx';
import { establishments } from '#fixtures/establishments.ts';
import { htmlOf } from '#test/components/render.tsx';
import { granted } from '#test/support/world.ts';
import { call } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const supervisor = await signedIn(office.staff.supervisor);
const clerk = await signedIn(office.staff.clerk);
const neighbour = await signedIn(office.staff.neighbour);
type Who = { cookie: string };

const register = async (more: FormValues, knownOthers: readonly string[] = []): Promise<string> =>
  granted(
    await office.perform(registerEstablishment, office.staff.clerk, {
      values: { ...establishments[0], ...more },
      knownOthers: [...knownOthers],
    }),
  ).establishmentId;
const keptId = await register({ name: '株式会社見本髙橋製菓', establishment_number: '9901-500001-1' });
const mergedId = await register(
  { name: '見本高橋製菓㈱', phone: '0300005555', establishment_number: '9901-500002-1' },
  [keptId],
);
const address = {
  path: `/staff/establishments/${keptId}/merge/${mergedId}`,
  params: { id: keptId, otherId: mergedId },
};

const listed = async (who: Who) => {
  const { data } = await call(app, list, { ...who, path: '/staff/establishments/duplicates' });
  return htmlOf(<DuplicatesPage {...(data as DuplicatesPageProps)} />, '/staff/establishments/duplicates');
};
const compared = async (who: Who) => {
  const { data } = await call(app, compare, { ...who, ...address });
  return htmlOf(<MergePage {...(data as MergePageProps)} answer={undefined} />, address.path);
};

test('the list names both records, by what they match, and leads to the comparison', async () => {
  const html = await listed(clerk);
  expect(html).toContain('株式会社見本髙橋製菓');
  expect(html).toContain('見本高橋製菓㈱');
  expect(html).toContain('法人番号・事業所名');
  expect(html).toContain(`href="${address.path}"`);
  expect(await listed(neighbour)).toContain('重複しているかもしれない登録はありません。');
});

test('what is like an establishment is found from its card, or searched for', async () => {
  const at = { path: `/staff/establishments/${keptId}/duplicates`, params: { id: keptId } };
  const page = async (path: string) =>
    htmlOf(
      <SimilarPage {...((await call(app, similar, { ...clerk, ...at, path })).data as SimilarPageProps)} />,
      path,
    );
  expect(await page(at.path)).toContain('見本高橋製菓㈱');
  expect(await page(`${at.path}?q=${encodeURIComponent('どこにもない')}`)).toContain(
    '似た登録は見つかりません',
  );
});

test('both are shown side by side; a clerk may tell them apart, a supervisor merge them', async () => {
  const html = await compared(clerk);
  expect(html).toContain('電話番号（違い）');
  expect(html).toContain('03-0000-5555');
  expect(html).toContain('別の事業所です');
  expect(html).toContain('統合は監督者が行います');
  expect(html).not.toContain('name="merge_reason"');
  expect(await compared(supervisor)).toContain('name="merge_reason"');
  expect(await call(app, compare, { ...neighbour, ...address })).toMatchObject({ status: 404 });
});

test('the merge asks for its reason, and then each number and the old card lead to the kept record', async () => {
  const page = (await call(app, compare, { ...supervisor, ...address })).data as MergePageProps;
  const form = {
    _key: page.keys.merge,
    _version: String(page.kept.establishment.version),
    _intent: 'merge',
    merged_version: String(page.merged.establishment.version),
  };
  const missing = await call(app, decide, { ...supervisor, ...address, form });
  expect(missing).toMatchObject({ status: 422, data: { errors: [{ field: 'merge_reason' }] } });
  const whole = { ...form, merge_reason: '電話で同じ事業所と確認した（見本）' };
  expect(await call(app, decide, { ...clerk, ...address, form: whole })).toMatchObject({ status: 403 });
  const merged = await call(app, decide, { ...supervisor, ...address, form: whole });
  expect(merged).toMatchObject({ status: 302 });

  const found = await call(app, search, { ...clerk, path: '/staff/establishments?q=9901-500002-1' });
  expect(found.location).toBe(`/staff/establishments/${keptId}`);
  const cardOf = async (id: string) => {
    const { data } = await call(app, card, { ...clerk, path: `/staff/establishments/${id}`, params: { id } });
    return htmlOf(<EstablishmentCard {...(data as EstablishmentCardProps)} />, `/staff/establishments/${id}`);
  };
  const old = await cardOf(mergedId);
  expect(old).toContain('統合済み → 株式会社見本髙橋製菓（9901-500001-1）');
  for (const act of ['登録内容を訂正する', 'メモを書く', '代行表示', '重複を調べる'])
    expect(old).not.toContain(act);
  expect(await cardOf(keptId)).toContain('この登録に統合した登録');
});
