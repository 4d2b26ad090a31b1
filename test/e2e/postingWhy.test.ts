import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { demandVisit } from '#app/procedures/posting/demandVisit.ts';
import { completePosting } from '#fixtures/postings.ts';
import { testDatabase } from '#test/support/database.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe('判定の理由 in the MyPage', () => {
  let office: World;
  let server: RunningServer;
  let mailbox: Mailbox;
  /** Opened before the server runs, which would take the keys' mails for its own. */
  let employers: readonly [EmployerActor, EmployerActor, EmployerActor, EmployerActor];
  beforeAll(async () => {
    const database = await testDatabase('sqlite');
    if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
    office = await openOffice(database, now);
    employers = [
      await office.openedAtCounter(),
      await office.openedAtCounter('b@example.co.jp'),
      await office.openedAtCounter('c@example.co.jp'),
      await office.openedAtCounter('d@example.co.jp'),
    ];
    mailbox = await openMailbox();
    server = await startServer({
      DATA_DIR: path.dirname(database.settings.file),
      SMTP_URL: mailbox.url,
      NOW: now,
    });
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox?.close();
  });

  const open = async (address: string, accountId: string): Promise<{ status: number; text: string }> => {
    const cookie = await signedIn(office, 'mypage', accountId);
    const answer = await fetch(server.origin + address, { headers: { cookie } });
    const html = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? '';
    return { status: answer.status, text: html.replaceAll(/<!-- -->/g, '') };
  };

  test('the employer reads every reason with its quote, what would be otherwise and whom to call', async () => {
    const [employer] = employers;
    const draft = await office.filledIn(employer, completePosting({ annual_holidays: 100 }));
    const posting = await office.submitted(employer, draft);
    const address = `/mypage/postings/${posting.id}`;
    expect((await open(address, employer.accountId)).text).toContain(`href="${address}/why"`);

    const { status, text } = await open(`${address}/why`, employer.accountId);
    expect(status).toBe(200);
    expect(text).toContain('「過去1年間に求人を申し込んでいない場合」');
    expect(text).toContain('年間休日が100日です');
    expect(text).toContain('有効中の求人がない');
    expect(text).toContain('次のようなら、当てはまりません');
    expect(text).toContain(`href="tel:`);
    expect(text).not.toMatch(/不受理|申出|VR5|C08/);
  });

  test('another employer, and one who only has a draft, find no such page', async () => {
    const [, employer, other] = employers;
    const draft = await office.filledIn(employer);
    expect((await open(`/mypage/postings/${draft.id}/why`, employer.accountId)).status).toBe(404);
    const posting = await office.submitted(employer, draft);
    expect((await open(`/mypage/postings/${posting.id}/why`, other.accountId)).status).toBe(404);
    expect((await open(`/mypage/postings/${posting.id}/why`, employer.accountId)).status).toBe(200);
  });

  test('what the clerk wrote when asking for a visit is not on the page, that a visit is needed is', async () => {
    const [, , , employer] = employers;
    const draft = await office.filledIn(employer);
    const pending = await office.submitted(employer, draft);
    const first = await office.accepted(await office.visited(pending, '2026-11-24'));
    const again = await office.submitted(
      employer,
      await office.filledIn(employer, completePosting({ job_title: '営業' })),
    );
    expect([first.state, again.state]).toEqual(['valid', 'under_review']);
    const calm = await open(`/mypage/postings/${again.id}/why`, employer.accountId);
    expect(calm.text).toContain('来庁は必要ありません');

    const reason = '所在地を確かめたいため（職員の覚え）';
    granted(
      await office.perform(demandVisit, office.staff.clerk, {
        postingId: again.id,
        version: again.version,
        reason,
      }),
    );
    const { text } = await open(`/mypage/postings/${again.id}/why`, employer.accountId);
    expect(text).toContain('ハローワークが必要と認めたため');
    expect(text).toContain('12月8日');
    expect(text).not.toContain(reason);
  });
});
