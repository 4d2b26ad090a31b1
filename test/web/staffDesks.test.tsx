import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { StaffHelp } from '#app/components/help/StaffHelp.tsx';
import { JobsPage, type JobsPageProps } from '#app/components/job/JobsPage.tsx';
import { MailView, type MailViewProps } from '#app/components/outbox/MailView.tsx';
import { OutboxPage, type OutboxPageProps } from '#app/components/outbox/OutboxPage.tsx';
import { VisitsPage, type VisitsPageProps } from '#app/components/visit/VisitsPage.tsx';
import { loader as jobs, action as settle } from '#app/routes/staff.jobs.tsx';
import { loader as outbox } from '#app/routes/staff.outbox._index.tsx';
import { loader as mail } from '#app/routes/staff.outbox.$id.tsx';
import { loader as frame } from '#app/routes/staff.tsx';
import { loader as visits } from '#app/routes/staff.visits._index.tsx';
import { beginSession } from '#app/web/session.server.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, contextFor, formKey, insertStaff, testApplication } from './application.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const app = await testApplication();
const production = { ...app, env: { ...app.env, mode: 'production' as const } };
const now = app.clock.now().toISOString();

async function signedIn(role: 'clerk' | 'supervisor'): Promise<{ cookie: string }> {
  const { id } = await insertStaff(app, { role });
  const context = contextFor(app);
  const visit = { cookies: null, now, answer: context.answer };
  await beginSession(app, visit, { audience: 'staff', subjectId: id, data: {} });
  return { cookie: context.answer.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const asClerk = await signedIn('clerk');
const asSupervisor = await signedIn('supervisor');

const mailId = randomUUID();
const jobId = randomUUID();
await app.write(async (stores) => {
  await stores.outboxMails.insert({
    id: mailId,
    messageId: '<mihon@example.jp>',
    kind: 'mail.postingReceived',
    recipient: 'saiyo@mihon.example',
    subject: '求人の受付（見本）',
    body: '1行目\n2行目',
    sentAt: now,
  });
  const job = { kind: 'mail.postingReceived' as const, payload: { postingId: randomUUID() } };
  await stores.jobs.enqueue({ ...job, dedupe: 'x', runAt: '2026-11-30T00:00:00.000Z' }, now, jobId);
});

test('送信箱 shows the mails of demo mode, each with its text', async () => {
  const list = (await call(app, outbox, asClerk)).data as OutboxPageProps;
  expect(htmlOf(<OutboxPage {...list} />, '/staff/outbox')).toContain(`href="/staff/outbox/${mailId}"`);
  const one = (await call(app, mail, { ...asClerk, params: { id: mailId } })).data as MailViewProps;
  expect(htmlOf(<MailView {...one} />, '/staff/outbox/1')).toContain('1行目\n2行目');
});

test('送信箱 does not exist in a real installation', async () => {
  expect(await call(production, outbox, asClerk)).toMatchObject({ status: 404 });
  expect(await call(production, mail, { ...asClerk, params: { id: mailId } })).toMatchObject({ status: 404 });
});

test('処理待ち begins with what was given up, and offers its buttons to supervisors only', async () => {
  const path = '/staff/jobs?state=ready';
  expect((await call(app, jobs, { ...asClerk, path: '/staff/jobs' })).data).toMatchObject({ state: 'dead' });
  const read = (await call(app, jobs, { ...asClerk, path })).data as JobsPageProps;
  expect(htmlOf(<JobsPage {...read} />, path)).not.toContain('<form');
  expect(htmlOf(<JobsPage {...read} />, path)).toContain('監督者に依頼してください');
  const settled = (await call(app, jobs, { ...asSupervisor, path })).data as JobsPageProps;
  const html = htmlOf(<JobsPage {...settled} />, path);
  expect(html).toContain('取り消す');
  expect(html).not.toContain('もう一度行う');
});

test('the bell of what was given up rings for those who settle it', async () => {
  const dead = randomUUID();
  const job = { kind: 'mail.postingReceived' as const, payload: { postingId: randomUUID() } };
  await app.write(async ({ jobs: store }) => {
    await store.enqueue({ ...job, dedupe: 'dead' }, now, dead);
    const { claimed } = await store.claim({ now, leaseUntil: now, token: 'held' });
    expect(claimed.map(({ id }) => id)).toEqual([dead]);
    await store.bury(dead, 'held', 'smtp-550', now);
  });
  expect((await call(app, frame, asSupervisor)).data).toMatchObject({ deadJobs: 1 });
  expect((await call(app, frame, asClerk)).data).toMatchObject({ deadJobs: 0 });
  await app.write(({ jobs: store }) => store.cancel(dead, now));
  expect((await call(app, frame, asSupervisor)).data).toMatchObject({ deadJobs: 0 });
});

test('処理待ち says in words why a job failed', () => {
  const row = {
    kind: 'mail.key',
    state: 'dead',
    attempts: 1,
    runAt: now,
    createdAt: now,
    posting: null,
  } as const;
  const counts = { dead: 1, ready: 0, running: 0, done: 0, cancelled: 0 };
  const html = htmlOf(
    <JobsPage
      state="dead"
      rows={[{ ...row, id: jobId, lastError: 'bad-address', idempotencyKey: formKey() }]}
      list={{ total: 1, page: 1, pages: 1, counts }}
      settles
    />,
  );
  expect(html).toContain('メールアドレスの形が正しくないため');
  expect(html).toContain('もう一度行う');
});

test('a job is called off with the button of its row, and with nothing else', async () => {
  const path = '/staff/jobs?state=ready';
  const post = (_intent: string) =>
    call(app, settle, { ...asSupervisor, path, form: { _key: formKey(), _intent, job: jobId } });
  expect(await post('')).toMatchObject({ status: 400 });
  expect((await post('cancel')).location).toMatch(/^\/staff\/jobs\?state=ready.*done=job-settled/);
  expect(await post('cancel')).toMatchObject({ status: 409 });
  expect((await call(app, settle, { ...asClerk, path, form: { _key: formKey() } })).status).toBe(403);
});

test('来庁 tells an empty office from a search without a match', async () => {
  const shown = async (path: string) =>
    htmlOf(
      <VisitsPage {...((await call(app, visits, { ...asClerk, path })).data as VisitsPageProps)} />,
      path,
    );
  expect(await shown('/staff/visits')).toContain('来庁を待っている求人はありません。');
  expect(await shown('/staff/visits?q=見本')).toContain('該当する来庁待ちの事業所はありません。');
});

test('来庁 leads to the reception of each establishment, registered or not', () => {
  const row = { number: null, phone: '0570077450', dueDate: '2026-11-24', postings: 2 } as const;
  const html = htmlOf(
    <VisitsPage
      q=""
      searched={false}
      awaited={{
        rows: [
          { ...row, establishmentId: 'e1', name: '見本商店', state: 'provisional' },
          { ...row, establishmentId: 'e2', name: '見本工業', state: 'registered' },
        ],
        total: 2,
        page: 1,
        pages: 1,
      }}
      today="2026-11-24"
      openDays={{ '2026-11-24': 0 }}
      registers={{ visit: true }}
    />,
  );
  expect(html).toContain('href="/staff/visits/e1"');
  expect(html).toContain('href="/staff/visits/e2"');
  expect(html).toContain('0570-077450');
});

test('ヘルプ leads to each of its parts', () => {
  const html = htmlOf(<StaffHelp />, '/staff/help');
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
});
