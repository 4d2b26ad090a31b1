import { expect, test } from 'vitest';
import { createMetrics, serveMetrics } from '#app/metrics.server.ts';
import { PermanentFailure, TemporaryFailure } from '#jobs/failure.ts';
import type { Mail } from '#jobs/mail/transport.ts';
import { freePort } from '#test/support/server.ts';
import { at, insertStaff, testApplication } from './application.ts';

const app = await testApplication();

const mail: Mail = { kind: 'mail.key', to: 'saiyo@mihon.example.jp', subject: '', text: '', dedupe: 'key:1' };

/** Lines of one figure, without its explanations. */
const figure = (text: string, name: string): string[] =>
  text.split('\n').filter((line) => line.startsWith(name));

test('requests are counted by screen, method and status, and their time is told by screen', async () => {
  app.metrics.request({ route: 'staff.reviews.$id.accept', method: 'POST', status: 302, ms: 40 });
  const text = await app.metrics.text();
  expect(figure(text, 'madoguchi_http_requests_total')).toEqual([
    'madoguchi_http_requests_total{route="staff.reviews.$id.accept",method="POST",status="302"} 1',
  ]);
  expect(text).toContain(
    'madoguchi_http_request_seconds_bucket{le="0.03",route="staff.reviews.$id.accept"} 0',
  );
  expect(text).toContain(
    'madoguchi_http_request_seconds_bucket{le="0.1",route="staff.reviews.$id.accept"} 1',
  );
});

test('a mail is counted as sent, deferred or refused', async () => {
  const failures = [null, null, new TemporaryFailure('smtp-421'), new PermanentFailure('smtp-550')];
  for (const failure of failures) {
    const send = async (): Promise<void> => {
      if (failure !== null) throw failure;
    };
    await app.metrics
      .counting({ send })
      .send(mail)
      .catch((error: unknown) => expect(error).toBe(failure));
  }
  expect(figure(await app.metrics.text(), 'madoguchi_mails_total')).toEqual([
    'madoguchi_mails_total{outcome="sent"} 2',
    'madoguchi_mails_total{outcome="deferred"} 1',
    'madoguchi_mails_total{outcome="refused"} 1',
  ]);
});

test('jobs are told by state, with the age of the one that has been due the longest', async () => {
  await app.write(({ jobs }) =>
    jobs.enqueue(
      { kind: 'throttle.clear', payload: { slot: '2026-11-24' }, dedupe: 'sample' },
      '2026-11-23T23:58:20.000Z',
      'sample',
    ),
  );
  const text = await app.metrics.text();
  expect(text).toContain('madoguchi_jobs{state="ready"} 1');
  expect(text).toContain('madoguchi_jobs{state="dead"} 0');
  expect(text).toContain('madoguchi_jobs_oldest_due_seconds 100');
});

test('sessions in use, rule sets in force, free space and the event loop are told', async () => {
  const { id } = await insertStaff(app);
  await app.write(({ sessions }) =>
    sessions.insert({
      idHash: 'a',
      audience: 'staff',
      subjectId: id,
      data: {},
      createdAt: '2026-11-24T00:00:00.000Z',
      seenAt: '2026-11-24T00:00:00.000Z',
    }),
  );
  const text = await app.metrics.text();
  expect(text).toContain('madoguchi_sessions_at_work{audience="staff"} 1');
  expect(text).toMatch(/madoguchi_rule_set_in_force\{rule_set="limits\/account",version="[\d.]+"\} 1/);
  expect(text).toContain('madoguchi_rule_files_with_problems 0');
  expect(text).toMatch(/madoguchi_data_free_bytes [1-9]/);
  expect(text).toContain('nodejs_eventloop_lag_seconds');

  const later = createMetrics(() => ({
    clock: at(app, '2026-11-24T09:15:01+09:00').clock,
    read: app.read,
    rules: () => app.rules,
    ruleFilesWithProblems: () => 0,
    freeBytes: async () => 1,
  }));
  expect(await later.text()).toContain('madoguchi_sessions_at_work{audience="staff"} 0');
});

test('a database that another process holds is counted each time it is tried again', async () => {
  app.metrics.databaseBusy();
  expect(await app.metrics.text()).toContain('madoguchi_database_busy_total 1');
});

test('they are answered at a port of their own, and nothing else is', async () => {
  const port = await freePort();
  const close = await serveMetrics(app.metrics, { host: '127.0.0.1', port });
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
  const answer = await ask('/metrics');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(await answer.text()).toContain('# TYPE madoguchi_jobs gauge');
  expect((await ask('/')).status).toBe(404);
  expect((await ask('/metrics', 'POST')).status).toBe(404);
  await close();
  await expect(ask('/metrics')).rejects.toThrow();
});
