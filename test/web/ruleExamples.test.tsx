import { expect, test } from 'vitest';
import { RuleExamplePage, type RuleExamplePageProps } from '#app/components/rule/change/RuleExamplePage.tsx';
import {
  RuleExamplesPage,
  type RuleExamplesPageProps,
} from '#app/components/rule/change/RuleExamplesPage.tsx';
import type { TryPageProps } from '#app/components/ruleTrial/TryPage.tsx';
import { startRuleChange } from '#app/procedures/ruleChange/start.ts';
import { loader as tryCase } from '#app/routes/staff.rules.$area.$name_.try.tsx';
import { loader as list } from '#app/routes/staff.rules.changes.$id.examples._index.tsx';
import { loader as show, action as write } from '#app/routes/staff.rules.changes.$id.examples.$at.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { granted } from '#test/support/world.ts';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();

const { office, app, signedIn } = await webOffice();
const { supervisor, clerk } = office.staff;
const { changeId } = granted(
  await office.perform(startRuleChange, supervisor, {
    ruleSet: 'restriction/overdue-results',
    fromVersion: null,
  }),
);
const asSupervisor = await signedIn(supervisor);
const params = (at?: string): Record<string, string> => ({
  id: changeId,
  ...(at === undefined ? {} : { at }),
});

const examples = async () => {
  const change = await office.stores.ruleChanges.find(changeId);
  return JSON.parse(change?.text ?? '{}').examples as {
    id: string;
    title: string;
    situation: Record<string, unknown>;
    expect: { outcome: string; rules: string[] };
  }[];
};

const page = async (at: string) =>
  (await call(app, show, { ...asSupervisor, params: params(at) })).data as RuleExamplePageProps;

const post = async (
  at: string,
  intent: string,
  typed: Readonly<Record<string, string | readonly string[]>>,
) => {
  const { version } = await page(at);
  const form = { _key: formKey(), _version: String(version), _intent: intent, ...typed };
  return call(app, write, { ...asSupervisor, params: params(at), form });
};

test('the form of an example begins with its case and keeps the records behind it while they are not touched', async () => {
  const [first] = await examples();
  const { typed } = await page('1');
  const html = htmlOf(<RuleExamplePage {...(await page('1'))} answer={undefined} />);
  expect(html).toContain('期待する結論');
  expect((await post('1', 'save', { ...typed, example_title: '題名だけ変えた例' })).status).toBe(302);
  const [renamed] = await examples();
  expect(renamed).toEqual({ ...first, title: '題名だけ変えた例' });
});

test('a changed case is written by its facts', async () => {
  const { typed, offer } = await page('2');
  const days = offer.facts.find(({ type }) => type === 'dateList')?.name ?? '';
  expect((await post('2', 'save', { ...typed, [days]: '2026-11-02' })).status).toBe(302);
  const example = (await examples())[1];
  expect(example?.situation).toMatchObject({ facts: { [days]: ['2026-11-02'] } });
});

test('a new example is judged by the draft on demand, saved after the last, and taken out again', async () => {
  const before = await examples();
  const { typed } = await page('1');
  const { expect_outcome: _, expect_rules: __, ...theCase } = typed;
  const judged = await post('new', 'judge', { ...theCase, example_title: '新しい例' });
  expect(judged.status).toBe(422);
  const answer = judged.data as NonNullable<RuleExamplePageProps['answer']>;
  expect(answer.typed.expect_outcome).toBe(before[0]?.expect.outcome);
  expect(answer.judged).toMatchObject({ occasion: 'draft' });

  const missing = await post('new', 'save', { ...theCase, example_title: '' });
  expect((missing.data as typeof answer).errors.map(({ field }) => field)).toEqual([
    'example_title',
    'expect_outcome',
  ]);

  expect((await post('new', 'save', answer.typed)).status).toBe(302);
  const added = await examples();
  expect(added.length).toBe(before.length + 1);
  expect(added.at(-1)).toMatchObject({ title: '新しい例', id: `example${before.length + 1}` });
  const listed = (await call(app, list, { ...asSupervisor, params: params() })).data as RuleExamplesPageProps;
  expect(htmlOf(<RuleExamplesPage {...listed} />)).toContain('新しい例');
  expect(listed.examples.at(-1)).toMatchObject({ holds: true });

  expect((await post(String(added.length), 'remove', {})).status).toBe(302);
  expect(await examples()).toEqual(before);
});

test('a case tried under the draft is what the form of a new example begins with', async () => {
  const { typed } = await page('1');
  const { expect_outcome: _, expect_rules: __, expect_deny: ___, expect_due: ____, ...theCase } = typed;
  const query = new URLSearchParams({ judge: '1', change: changeId });
  for (const [name, value] of Object.entries(theCase))
    for (const one of [value].flat()) query.append(name, String(one));
  const path = `/staff/rules/restriction/overdue-results/try?${query}`;
  const set = { area: 'restriction', name: 'overdue-results' };
  const tried = (await call(app, tryCase, { ...asSupervisor, params: set, path })).data as TryPageProps;
  expect(tried.addExample).toBe(`?${query}`);
  const begun = await call(app, show, { ...asSupervisor, params: params('new'), path });
  expect((begun.data as RuleExamplePageProps).typed).toMatchObject({ as_of: theCase.as_of });
  const unknown = path.replace(changeId, '00000000-0000-7000-8000-000000000000');
  expect(await call(app, tryCase, { ...asSupervisor, params: set, path: unknown })).toMatchObject({
    status: 404,
  });
  const asClerk = await signedIn(clerk);
  const read = (await call(app, tryCase, { ...asClerk, params: set, path })).data as TryPageProps;
  expect(read.addExample).toBeNull();
});

test('a clerk reads the examples and does not write them; an example there is none of is not found', async () => {
  const asClerk = await signedIn(clerk);
  const listed = (await call(app, list, { ...asClerk, params: params() })).data as RuleExamplesPageProps;
  expect(listed.edits).toBe(false);
  expect(await call(app, show, { ...asClerk, params: params('1') })).toMatchObject({ status: 403 });
  expect(await call(app, show, { ...asSupervisor, params: params('400') })).toMatchObject({ status: 404 });
});
