import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Posting } from '#app/domain/posting.ts';
import { completePosting } from '#fixtures/postings.ts';
import { type TestDatabase, testDatabase } from '#test/support/database.ts';
import { freePort, type RunningServer, startServer } from '#test/support/server.ts';
import { hiddenValues, signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';
import { type SmtpSink, smtpSink } from '../jobs/support/smtpSink.ts';

const now = '2026-11-24T10:00:00+09:00';

/** Values that stand nowhere but where somebody types them, or where a browser says who it is. */
const canary = {
  name: '金糸雀見本',
  email: 'kanaria-mihon@torikago.example.jp',
  password: 'kanaria-no-aikotoba-2026-mihon',
  login: 'kanaria.login',
  query: 'kanaria-query',
  path: 'Kanaria-Path',
  agent: 'KanariaBrowser/7.7',
  referer: 'kanaria-referer',
  address: '203.0.113.77',
} as const;

describe.runIf(existsSync('build/process/server.js'))('The log and the figures of a server', () => {
  let database: TestDatabase;
  let draft: Posting;
  let server: RunningServer;
  let sink: SmtpSink;
  let metrics: string;
  let cookies: readonly string[];

  beforeAll(async () => {
    database = await testDatabase('sqlite');
    if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
    const office = await openOffice(database, now);
    const employer = await office.openedAtCounter();
    draft = await office.filledIn(employer, { ...completePosting(), job_title: canary.name });
    cookies = [
      await signedIn(office, 'mypage', employer.accountId),
      await signedIn(office, 'staff', office.staff.clerk.id),
    ];
    sink = await smtpSink();
    sink.answerRecipient(550);
    const port = await freePort();
    metrics = `http://127.0.0.1:${port}/metrics`;
    server = await startServer({
      DATA_DIR: path.dirname(database.settings.file),
      SMTP_URL: sink.url,
      METRICS_PORT: String(port),
      PROXY_HOPS: '1',
      NOW: now,
    });
  });
  afterAll(async () => {
    await server?.stop();
    await sink?.close();
  });

  const told = {
    'User-Agent': canary.agent,
    Referer: `http://127.0.0.1/${canary.referer}`,
    'X-Forwarded-For': canary.address,
  };
  const get = (address: string, cookie = '') =>
    fetch(server.origin + address, { headers: { ...told, cookie }, redirect: 'manual' });
  const post = async (address: string, values: Record<string, string>, cookie = '') => {
    const body = await hiddenValues(server.origin + address, cookie);
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    return fetch(server.origin + address, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...told, cookie, origin: server.origin },
      body,
    });
  };

  test('name nobody and repeat nothing of what was typed, over a journey with errors and a refused mail', async () => {
    const [mypage = '', staff = ''] = cookies;

    const wrong = { login_name: canary.login, password: canary.password };
    expect((await post('/staff/login', wrong)).status).toBe(422);
    const asked = { email: canary.email, consent_privacy: '1', consent_terms: '1' };
    expect((await post('/mypage/register', asked)).status).toBe(302);
    expect((await post('/mypage/login', { email: canary.email, password: canary.password })).status).toBe(
      422,
    );
    expect((await get(`/staff/establishments?q=${canary.query}`, staff)).status).toBe(200);
    expect((await get(`/staff/establishments?q=${encodeURIComponent(canary.name)}`, staff)).status).toBe(200);
    expect((await get(`/${canary.path}/${encodeURIComponent(canary.name)}`)).status).toBe(404);
    expect((await get(`/staff/reviews/${canary.path}`, staff)).status).toBe(404);
    expect((await get(`/mypage/postings/${draft.id}/confirm`, mypage)).status).toBe(200);
    const typed = { job_title: canary.name, contact_email: canary.email, _intent: 'next' };
    expect((await post(`/mypage/postings/${draft.id}/steps/1`, typed, mypage)).status).toBeLessThan(500);
    expect((await post(`/mypage/postings/${draft.id}/confirm`, { _intent: 'submit' }, mypage)).status).toBe(
      302,
    );
    const forged = await fetch(`${server.origin}/staff/login?${canary.query}`, {
      method: 'POST',
      headers: { ...told, origin: `https://${canary.referer}.example` },
      body: new URLSearchParams(wrong),
    });
    expect(forged.status).toBe(403);
    await expect.poll(() => sink.asked, { timeout: 20_000 }).toContain(canary.email);
    await expect.poll(() => server.output(), { timeout: 20_000 }).toContain('"event":"job.dead"');

    const figures = await (await fetch(metrics)).text();
    expect(figures).toContain('madoguchi_mails_total{outcome="refused"}');
    expect(figures).toContain('route="mypage.postings.$id.confirm",method="POST",status="302"');

    const said = server.output();
    const secrets = [...Object.values(canary), ...cookies.map((cookie) => cookie.split('=')[1] ?? '')];
    for (const text of [said, figures])
      for (const secret of [...secrets, ...secrets.map(encodeURIComponent)])
        expect(text.includes(secret), secret).toBe(false);
    const lines = said.split('\n').filter((line) => line !== '' && !line.startsWith('ready on '));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('event');
  });
});
