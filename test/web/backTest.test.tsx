import { expect, test } from 'vitest';
import { BackTestPage, type BackTestPageProps } from '#app/components/backTest/BackTestPage.tsx';
import { StartPage, type StartPageProps } from '#app/components/backTest/StartPage.tsx';
import { TryPage, type TryPageProps } from '#app/components/ruleTrial/TryPage.tsx';
import { action as start, loader as startPage } from '#app/routes/staff.rules.$area.$name_.back-test.tsx';
import { loader as tryPage } from '#app/routes/staff.rules.$area.$name_.try.tsx';
import { action as cancel, loader as result } from '#app/routes/staff.rules.back-tests.$id._index.tsx';
import { loader as oneCase } from '#app/routes/staff.rules.back-tests.$id.cases.$verdictId.tsx';
import { beginSession } from '#app/web/session.server.ts';
import { htmlOf } from '#test/components/render.tsx';
import { pastVisitVerdicts } from '#test/support/pastDecisions.ts';
import { call, contextFor, formKey, insertStaff, runDue, testApplication } from './application.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const app = await testApplication();
const now = app.clock.now().toISOString();

async function signedIn(role: 'clerk' | 'auditor'): Promise<{ cookie: string }> {
  const { id } = await insertStaff(app, { role });
  const context = contextFor(app);
  await beginSession(
    app,
    { cookies: null, now, answer: context.answer },
    { audience: 'staff', subjectId: id, data: {} },
  );
  return { cookie: context.answer.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const asClerk = await signedIn('clerk');
const asAuditor = await signedIn('auditor');
const visits = app.rules.inForce('eligibility/visit-required', '2026-11-24');
const past = await pastVisitVerdicts(visits, 40);
await app.write(async (stores) => {
  for (const verdict of past) await stores.verdicts.insert(verdict);
});

const params = { area: 'eligibility', name: 'visit-required' };
const path = '/staff/rules/eligibility/visit-required/back-test';
const asked = {
  range: 'all',
  param_visitWithinDays: '14',
  param_gapYears: '3',
  param_countFrom: '2020-01-01',
};
const send = (form: Record<string, string>, who = asClerk) =>
  call(app, start, { ...who, path, params, form: { _key: formKey(), _intent: 'start', ...form } });

test('the start form begins with the values in force and asks for each parameter', async () => {
  const data = (await call(app, startPage, { ...asClerk, path, params })).data as StartPageProps;
  const html = htmlOf(<StartPage {...data} answer={undefined} />, path);
  for (const name of Object.keys(visits.parameters)) expect(html).toContain(`name="param_${name}"`);
  expect(html).toContain('value="2020-01-01"');
});

test('a set of figures that judges nothing has no past decisions to try', async () => {
  const none = { area: 'limits', name: 'account' };
  expect(await call(app, startPage, { ...asClerk, path, params: none })).toMatchObject({ status: 404 });
});

test('an auditor reads results and neither starts nor cancels', async () => {
  expect((await send(asked, asAuditor)).status).toBe(403);
  expect((await call(app, startPage, { ...asAuditor, path, params })).status).toBe(403);
});

test('wrong figures and days come back with a sentence each', async () => {
  const wrong = await send({ ...asked, range: 'days', param_gapYears: '9999' });
  expect(wrong).toMatchObject({ status: 422 });
  expect((wrong.data as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
    'from',
    'to',
    'param_gapYears',
  ]);
  const turned = { ...asked, range: 'days', from: '2026-11-02', to: '2026-11-01' };
  expect((await send(turned)).data).toMatchObject({ errors: [{ field: 'to', code: 'outside-days' }] });
});

test('a pasted text that is no rule file comes back as it was typed', async () => {
  const answer = await send({ ...asked, draft_text: '{"id":' });
  expect(answer).toMatchObject({
    status: 422,
    data: { refusal: { code: 'draft-broken' }, typed: { draft_text: '{"id":' } },
  });
});

test('a running back-test loads itself again without a script, can be cancelled, and then shows its end', async () => {
  const { location } = await send(asked);
  const id = /back-tests\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
  const page = `/staff/rules/back-tests/${id}`;
  const read = async (who = asClerk) => {
    const { data } = await call(app, result, { ...who, path: page, params: { id } });
    return htmlOf(<BackTestPage {...(data as BackTestPageProps)} />, page);
  };
  const running = await read();
  expect(running).toContain('<progress');
  expect(running).toContain('<noscript><meta http-equiv="refresh"');
  expect(running).toContain('取り消す');
  expect(await read(asAuditor)).not.toContain('取り消す');

  const form = { _key: formKey(), _intent: 'cancel' };
  expect((await call(app, cancel, { ...asAuditor, path: page, params: { id }, form })).status).toBe(403);
  expect((await call(app, cancel, { ...asClerk, path: page, params: { id }, form })).location).toContain(
    page,
  );
  const over = await read();
  expect(over).not.toContain('http-equiv');
  expect(over).toContain('取り消されました');
});

test('a finished one shows old and new outcomes, each rule, and no way into cases of another office', async () => {
  const { location } = await send(asked);
  const id = /back-tests\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
  await runDue(app);
  const page = `/staff/rules/back-tests/${id}`;
  const { data } = await call(app, result, { ...asClerk, path: page, params: { id } });
  const html = htmlOf(<BackTestPage {...(data as BackTestPageProps)} />, page);
  expect(html).toContain('40件の判定のうち');
  for (const { id: rule } of visits.rules) expect(html).toContain(rule);
  expect(html).toContain('他の安定所の求人');
  expect(html).not.toContain('/cases/');
  const verdictId = past[0]?.id ?? '';
  expect(await call(app, oneCase, { ...asClerk, path: page, params: { id, verdictId } })).toMatchObject({
    status: 404,
  });
});

test('a shorter time to visit says whose due dates are counted anew, though no outcome changes', async () => {
  const { location } = await send({ ...asked, param_gapYears: '1', param_visitWithinDays: '10' });
  const id = /back-tests\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
  await runDue(app);
  const page = `/staff/rules/back-tests/${id}`;
  const { data } = await call(app, result, { ...asClerk, path: page, params: { id } });
  const props = data as BackTestPageProps;
  const kept = props.test.result?.outcomes.find(({ after }) => after === 'visit-required');
  expect(props.test.result?.changed.outcome).toBe(0);
  expect(htmlOf(<BackTestPage {...props} />, page)).toContain(
    `「来庁が必要」のままの${kept?.count}件も、期限日は数え直し`,
  );
});

const tried = async (query: string) => {
  const page = `/staff/rules/eligibility/visit-required/try${query}`;
  const { data } = await call(app, tryPage, { ...asClerk, path: page, params });
  const props = data as TryPageProps;
  return { props, html: htmlOf(<TryPage {...props} />, page) };
};

test('an example fills the form of a case, and the case is judged as the example says', async () => {
  const [example] = visits.examples;
  const { props } = await tried(`?example=${example?.id}`);
  const query = new URLSearchParams([['judge', '1']]);
  for (const [name, text] of Object.entries(props.typed))
    for (const one of [text].flat()) query.append(name, one);
  const judged = await tried(`?${query}`);
  expect(judged.props.result?.map(({ verdict }) => verdict.outcome)).toEqual([example?.expect.outcome]);
  expect(judged.html).toContain('規則のうち');
});

test('a case with a wrong day is not judged and says where', async () => {
  const { props, html } = await tried('?judge=1&as_of=きのう');
  expect(props.result).toBeNull();
  expect(html).toContain('いまの入力：「きのう」');
});

test('a posting number out of reach fills nothing and says so', async () => {
  expect((await tried('?posting=13010-99999999')).html).toContain('見つかりません');
});
