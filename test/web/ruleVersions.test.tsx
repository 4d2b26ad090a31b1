import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ComparePage, type ComparePageProps } from '#app/components/rule/ComparePage.tsx';
import { HistoryPage, type HistoryPageProps } from '#app/components/rule/HistoryPage.tsx';
import { RuleSetPage, type RuleSetPageProps } from '#app/components/rule/RuleSetPage.tsx';
import type { StaffRole } from '#app/domain/actor.ts';
import { loader as ruleSet } from '#app/routes/staff.rules.$area.$name.tsx';
import { loader as compare } from '#app/routes/staff.rules.$area.$name_.compare.tsx';
import { loader as history } from '#app/routes/staff.rules.$area.$name_.history.tsx';
import { loader as version } from '#app/routes/staff.rules.$area.$name_.versions.$version._index.tsx';
import { loader as text } from '#app/routes/staff.rules.$area.$name_.versions.$version.text.tsx';
import { loader as file } from '#app/routes/staff.rules.$area.$name_.versions.$version[.]json.ts';
import { beginSession } from '#app/web/session.server.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, contextFor, insertStaff, origin, testApplication } from './application.ts';
import { watchLog } from './watchLog.ts';

watchLog();

/** The shipped rules, and a version of the visit conditions that begins in spring. */
const rules = await mkdtemp(path.join(tmpdir(), 'madoguchi-versions-'));
afterAll(() => rm(rules, { recursive: true, force: true }));
for (const area of await readdir('rules', { withFileTypes: true }))
  if (area.isDirectory() && area.name !== 'situations')
    await cp(path.join('rules', area.name), path.join(rules, area.name), { recursive: true });
const shipped = await readFile(path.join(rules, 'eligibility/visit-required.json'), 'utf8');
const { examples, ...spring } = JSON.parse(shipped);
spring.version = '1.1.0';
spring.effective.from = '2027-04-01';
spring.parameters.gapYears.value = 2;
spring.rules[0].title = '<b>マイページからの初めての申込み';
const springText = JSON.stringify({
  ...spring,
  examples: examples.filter(
    ({ expect: { rules: fired }, situation }: (typeof examples)[number]) =>
      fired.length === 0 || !fired.includes('VR5') || situation.history.length === 0,
  ),
});
await writeFile(path.join(rules, 'eligibility/visit-required@1.1.0.json'), springText);

const app = await testApplication({ RULES_DIR: rules });

async function signedIn(role: StaffRole): Promise<{ cookie: string }> {
  const { id } = await insertStaff(app, { role });
  const context = contextFor(app);
  const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
  await beginSession(app, visit, { audience: 'staff', subjectId: id, data: {} });
  return { cookie: context.answer.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const asAuditor = await signedIn('auditor');
const set = { area: 'eligibility', name: 'visit-required' };
const base = '/staff/rules/eligibility/visit-required';
const at = (number: string) => ({ ...asAuditor, params: { ...set, version: number } });

describe('the versions of a rule set', () => {
  test('are listed for an auditor, the newest first, each with its state and where it comes from', async () => {
    const answer = await call(app, history, { ...asAuditor, params: set });
    const props = answer.data as HistoryPageProps;
    expect(props.versions.map(({ version: number, state }) => `${number} ${state}`)).toEqual([
      '1.1.0 coming',
      '1.0.0 current',
    ]);
    const html = htmlOf(<HistoryPage {...props} />);
    expect(html).toContain(`href="${base}/versions/1.1.0"`);
    expect(html).toContain('規則ファイル');
    expect(html).toContain(`href="${base}/compare?from=1.0.0&amp;to=1.1.0"`);
  });

  test('say on their page that they are not in force', async () => {
    const coming = (await call(app, version, at('1.1.0'))).data as RuleSetPageProps;
    expect(htmlOf(<RuleSetPage {...coming} />)).toContain('まだ適用が始まっていません');
    const current = (await call(app, version, at('1.0.0'))).data as RuleSetPageProps;
    expect(htmlOf(<RuleSetPage {...current} />)).not.toContain('適用が始まっていません');
  });

  test('are found neither with an unknown number nor under an unknown name', async () => {
    for (const loader of [version, text, file])
      expect(await call(app, loader, at('9.9.9'))).toMatchObject({ status: 404 });
    expect(await call(app, version, at('1'))).toMatchObject({ status: 404 });
    const nothing = { ...asAuditor, params: { area: 'eligibility', name: 'nothing' } };
    for (const loader of [history, compare, ruleSet])
      expect(await call(app, loader, nothing)).toMatchObject({ status: 404 });
    for (const query of ['from=1.0.0&to=9.9.9', 'from=9.9.9&to=1.0.0', 'from=1.0.0&to=__proto__'])
      expect(
        await call(app, compare, { ...asAuditor, params: set, path: `${base}/compare?${query}` }),
      ).toMatchObject({
        status: 404,
      });
  });

  test('can be read and saved as they were written', async () => {
    expect((await call(app, text, at('1.1.0'))).data).toMatchObject({ source: springText });
    const request = new Request(`${origin}${base}/versions/1.1.0.json`, { headers: asAuditor });
    const saved = (await file({
      request,
      params: { ...set, version: '1.1.0' },
      context: contextFor(app),
    } as unknown as Parameters<typeof file>[0])) as Response;
    expect(await saved.text()).toBe(springText);
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="visit-required@1.1.0.json"');
  });

  test('are for staff only', async () => {
    for (const loader of [history, compare])
      expect(await call(app, loader, { params: set })).toMatchObject({ status: 302 });
  });
});

describe('新旧対照表', () => {
  const compared = async (query: string): Promise<string> => {
    const { data } = await call(app, compare, { ...asAuditor, params: set, path: `${base}/compare${query}` });
    return htmlOf(<ComparePage {...(data as ComparePageProps)} />, `${base}/compare`);
  };

  test('marks only the words that differ, and lets nothing of the file into the page unescaped', async () => {
    const html = await compared('?from=1.0.0&to=1.1.0');
    expect(html).toContain('<del>1</del>年');
    expect(html).toContain('<ins>2</ins>年');
    expect(html).toContain('改正前（版 1.0.0）');
    expect(html).toContain('&lt;');
    expect(html).not.toContain('<b>マイページからの');
    expect(html).not.toContain('派遣・請負求人');
  });

  test('says which case is judged differently', async () => {
    const html = await compared('?from=1.0.0&to=1.1.0');
    expect(html).toContain('直近の求人申込日が');
    expect(html).toContain('来庁が必要 → 来庁は不要');
    expect(html).toContain('VR5 が当たらなくなる');
  });

  test('begins with the newest version and the one before it, chosen with a plain form', async () => {
    const html = await compared('');
    expect(html).toMatch(/<form method="get" action="[^"]*\/compare"/);
    expect(html).toMatch(/<select name="from">.*<option value="1\.0\.0" selected="">/s);
    expect(html).toMatch(/<select name="to">.*<option value="1\.1\.0" selected="">/s);
    expect(await compared('?from=1.0.0&to=1.0.0')).toContain('別の版を選んでください');
  });
});

describe('the page of a rule set', () => {
  const shown = async (query = '', params: Record<string, string> = set): Promise<string> => {
    const { data } = await call(app, ruleSet, { ...asAuditor, params, path: `${base}${query}` });
    return htmlOf(<RuleSetPage {...(data as RuleSetPageProps)} />, base);
  };

  test('shows the case of each example in words', async () => {
    const html = await shown();
    expect(html).toContain('<details');
    expect(html).toContain('<li>派遣・請負の別：直接雇用</li>');
  });

  test('turns into a decision table and back', async () => {
    expect(await shown()).toContain('?view=table');
    const table = await shown('?view=table');
    expect(table).toMatch(/<th scope="col">派遣・請負の別<\/th>/);
    expect(table).toContain('「派遣」「請負」のどれかである');
    expect(table).toMatch(/<td [^>]*>―<\/td>/);
    expect(table).toContain('文で見る');
  });

  test('says so where a table would not be readable', async () => {
    expect(await shown('?view=table', { area: 'acceptance', name: 'posting' })).toContain('表にはできません');
  });
});
