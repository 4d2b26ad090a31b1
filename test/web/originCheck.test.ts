import { describe, expect, test } from 'vitest';
import { testApplication } from './application.ts';
import { openDoor } from './httpDoor.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const app = await testApplication();
const own = app.env.origin;
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('A post that does not come from a page of ours', () => {
  const addresses = {
    'a page': '/staff/reviews/1/accept',
    'a page with an index mark': '/staff?index',
    'a single loader or action (_data)': '/staff/login?_data=routes%2Fstaff.login',
    'single fetch (.data)': '/staff/login.data',
    'single fetch of some routes': '/staff/login.data?_routes=routes%2Fstaff.login',
    'a resource': '/api/zip/1000000',
  };
  const senders: Record<string, Record<string, string>> = {
    'another site': { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' },
    'an older browser on another site': { Origin: 'https://elsewhere.example' },
    'a page without an origin': { Origin: 'null' },
    'our host under another scheme': { Origin: own.replace('http:', 'https:') },
    'another port of our host': { Origin: `${own}1` },
    'a site that claims our host behind a proxy': {
      Origin: 'https://elsewhere.example',
      'X-Forwarded-Host': 'elsewhere.example',
    },
    'another site, whatever it writes as its origin': { Origin: own, 'Sec-Fetch-Site': 'cross-site' },
    'a sister site': { Origin: own, 'Sec-Fetch-Site': 'same-site' },
    'nobody who says': {},
  };
  for (const [what, target] of Object.entries(addresses)) {
    test.each(Object.keys(senders))(`to ${what}, from %s, is refused and runs nothing`, async (sender) => {
      const door = await openDoor(app);
      const reply = await door.send('POST', target, { ...form, ...senders[sender] }, 'a=1');
      expect(reply.status).toBe(403);
      expect(reply.body).toContain('この操作を行う権限がありません');
      expect(door.reached).toEqual([]);
    });
  }
});

describe('A post from a page of ours', () => {
  test.each([
    ['said by the browser', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }],
    ['said by the origin', { Origin: own }],
    ['said by the origin, sent again by the person', { Origin: own, 'Sec-Fetch-Site': 'none' }],
  ])('is let in: %s', async (_how, headers) => {
    const door = await openDoor(app);
    const reply = await door.send('POST', '/staff/login', { ...form, ...headers }, 'a=1');
    expect(reply).toMatchObject({ status: 200, body: 'a=1' });
    expect(door.reached).toEqual(['POST /staff/login']);
  });

  test('has no way to run one action alone', async () => {
    const door = await openDoor(app);
    const reply = await door.send('POST', '/staff/login?_data=root', { ...form, Origin: own }, 'a=1');
    expect(reply.status).toBe(400);
    expect(door.reached).toEqual([]);
  });
});
