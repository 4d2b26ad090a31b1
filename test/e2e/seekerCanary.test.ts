import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { phone } from '#app/text/format.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

/** Values that stand nowhere but in one personal field of one job seeker. */
const canaries = (index: number) => ({
  seeker_name: `金糸雀${index}号　羽根${index}`,
  seeker_name_kana: `カナリア${'アイウエオ'[index]}　ハネ${'カキクケコ'[index]}`,
  born_on: `19${61 + index}-07-2${index}`,
  seeker_phone: `0777${String(654_320 + index)}`,
  seeker_email: `canary${index}@torikago.example`,
  seeker_address: `止まり木県鳥籠市鳴声町${index}-77`,
});

/** A seeker with everything that nobody but the office may know. */
type Secret = { id: string; words: readonly string[]; onLetter: readonly string[] };

describe.runIf(existsSync('build/server/index.js'))('What an employer is sent about job seekers', () => {
  let folder: string;
  let server: RunningServer;
  let employer: { cookie: string };
  /** Asked to be found; did not; referred to another employer; referred to this one. */
  let secrets: { public: Secret; hidden: Secret; elsewhere: Secret; own: Secret };
  let referrals: { elsewhere: string; own: string };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-canary-'));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    await migrate(database);
    const office = await openOffice({ ...database, settings }, now);
    const mine = await withValidPosting(office, 'a@example.co.jp');
    const other = await withValidPosting(office, 'b@example.co.jp');
    const secret = async (index: number, isPublic: boolean): Promise<Secret> => {
      const values = sampleSeeker(index, { ...canaries(index), is_public: isPublic });
      const { seekerId } = granted(
        await office.perform(registerSeeker, office.staff.clerk, { values, otherPerson: false }),
      );
      // Postings and letters are numbered in the same shape; this number is nobody else's.
      const number = `77010-7654321${index}`;
      await database.writer('job_seeker').where({ id: seekerId }).update({ number });
      const { born_on: born, seeker_phone: digits } = canaries(index);
      const [year = '', month = '', day = ''] = born.split('-');
      return {
        id: seekerId,
        words: [
          seekerId,
          born,
          `${year}年${Number(month)}月${Number(day)}日`,
          digits,
          phone(digits),
          canaries(index).seeker_email,
          canaries(index).seeker_address,
        ],
        onLetter: [
          ...canaries(index).seeker_name.split('　'),
          ...canaries(index).seeker_name_kana.split('　'),
          number,
        ],
      };
    };
    secrets = {
      public: await secret(0, true),
      hidden: await secret(1, false),
      elsewhere: await secret(2, true),
      own: await secret(3, true),
    };
    const refer = async (seekerId: string, postingId: string) =>
      granted(
        await office.perform(makeReferral, office.staff.clerk, {
          seekerId,
          postingId,
          phoned: true,
          certainSeekers: false,
          interview: { on: '2026-12-01', at: '10:00', place: null, contact: null },
          note: null,
        }),
      ).referralId;
    referrals = {
      elsewhere: await refer(secrets.elsewhere.id, other.postingId),
      own: await refer(secrets.own.id, mine.postingId),
    };
    employer = { cookie: await signedIn(office, 'mypage', mine.employer.accountId) };
    await database.close();
    server = await startServer({ DATA_DIR: folder, NOW: now });
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const get = async (address: string) => {
    const answer = await fetch(`${server.origin}${address}`, { headers: employer, redirect: 'manual' });
    const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n');
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      headers,
      body: await bytes(answer),
    };
  };

  /** The same page as the browser's script asks for it, whole and route by route. */
  const dataOf = (address: string): string[] => {
    const [page = '', query = ''] = address.split('?');
    const parts = ['', '_routes=routes%2Fmypage', ...leavesOf(page).map((id) => `_routes=${id}`)];
    return parts.map((part) => {
      const search = [query, part].filter((one) => one !== '').join('&');
      return `${page === '/' ? '/_root' : page}.data${search === '' ? '' : `?${search}`}`;
    });
  };

  /** Everything that can be reached from the home page by following links, with what each page sends. */
  async function crawl(): Promise<Map<string, string>> {
    const sent = new Map<string, string>();
    const waiting = ['/mypage', '/mypage/seekers?words=', '/mypage/applicants?state=registered'];
    const asked = new Set(waiting);
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const { body, headers, type } = await get(address);
      sent.set(address, `${headers}\n${body}`);
      for (const data of dataOf(address)) {
        const part = await get(data);
        sent.set(data, `${part.headers}\n${part.body}`);
      }
      if (!type.includes('html')) continue;
      for (const [, href = ''] of body.matchAll(/href="(\/(?:mypage|api)[^"#]*)"/g)) {
        const next = href.replaceAll('&amp;', '&');
        if (asked.has(next) || next.includes('/logout')) continue;
        asked.add(next);
        waiting.push(next);
      }
    }
    return sent;
  }

  test('has no personal value of anybody but an applicant of theirs, in any byte of any page', async () => {
    const sent = await crawl();
    const pages = [...sent.keys()];
    // The crawl has seen what it is about: a profile, a letter, the form of many.
    expect(pages.filter((page) => /^\/mypage\/seekers\/[1-9]\d{8}$/.test(page)).length).toBe(3);
    for (const page of [
      `/mypage/applicants/${referrals.own}`,
      `/mypage/print/referral/${referrals.own}`,
      '/mypage/applicants/results',
    ])
      expect(sent.get(page), page).toContain('金糸雀3号');

    const { own, ...others } = secrets;
    const forbidden = [
      ...own.words,
      ...Object.values(others).flatMap(({ words, onLetter }) => [...words, ...onLetter]),
    ];
    expect(forbidden.length).toBeGreaterThan(40);
    const leaks = pages.flatMap((page) =>
      forbidden.filter((word) => sent.get(page)?.includes(word)).map((word) => `${page}: ${word}`),
    );
    expect(leaks).toEqual([]);

    // Nowhere does the name of an applicant stand beside what can be searched.
    const ofSearch = pages.filter((page) => page.startsWith('/mypage/seekers'));
    const named = ofSearch.filter((page) => own.onLetter.some((word) => sent.get(page)?.includes(word)));
    expect(named).toEqual([]);
  }, 240_000);

  test('says nothing about the applicants of others, and finds nobody by an id or a 求職番号', async () => {
    const { elsewhere, public: found } = secrets;
    const closed = [
      `/mypage/applicants/${referrals.elsewhere}`,
      `/mypage/print/referral/${referrals.elsewhere}`,
      `/mypage/seekers/${elsewhere.id}`,
      `/mypage/seekers/${found.id}`,
      `/mypage/seekers/${found.onLetter.at(-1)}`,
      `/staff/seekers/${found.id}`,
      `/staff/referrals/${referrals.own}`,
      `/print/referrals/${referrals.own}`,
    ];
    for (const address of [...closed, ...closed.flatMap(dataOf)]) {
      const { status, body } = await get(address);
      if (!address.includes('.data')) expect(status, address).not.toBe(200);
      for (const word of [...elsewhere.words.slice(1), ...elsewhere.onLetter.slice(0, -1)])
        expect(body, address).not.toContain(word);
      for (const word of [...found.words.slice(1), ...found.onLetter.slice(0, -1)])
        expect(body, address).not.toContain(word);
    }
  }, 60_000);
});

const bytes = async (answer: Response): Promise<string> =>
  Buffer.from(await answer.arrayBuffer()).toString('utf8');

/** Ids of the screens that an address may be, as the browser's script names them. */
const leavesOf = (page: string): string[] => {
  const known: readonly [RegExp, string][] = [
    [/^\/mypage\/applicants$/, 'routes/mypage.applicants._index'],
    [/^\/mypage\/applicants\/results$/, 'routes/mypage.applicants.results'],
    [/^\/mypage\/applicants\/[^/]+$/, 'routes/mypage.applicants.$id'],
    [/^\/mypage\/print\/referral\/[^/]+$/, 'routes/mypage_.print.referral.$id'],
    [/^\/mypage\/seekers$/, 'routes/mypage.seekers._index'],
    [/^\/mypage\/seekers\/[^/]+$/, 'routes/mypage.seekers.$number'],
    [/^\/mypage$/, 'routes/mypage._index'],
  ];
  return known.filter(([shape]) => shape.test(page)).map(([, id]) => encodeURIComponent(id));
};

async function withValidPosting(
  office: World,
  email: string,
): Promise<{ employer: EmployerActor; postingId: string }> {
  const employer = await office.openedAtCounter(email);
  const sent = await office.submitted(employer, await office.filledIn(employer));
  const posting = await office.accepted(await office.visited(sent, '2026-11-24'));
  return { employer, postingId: posting.id };
}
