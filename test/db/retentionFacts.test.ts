import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import { erasureSql, judgeMypage } from '#app/procedures/retention/due.ts';
import { demoOffice } from '#fixtures/demo.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

const today = '2026-11-24';

/** Numbers that look like chance and are the same every time. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};

describeOnEveryDatabase('What the query finds due', (open) => {
  test('is what the engine judges due, MyPage by MyPage', async () => {
    const office = await openOffice(await open(), `${today}T10:00:00+09:00`);
    const knex = office.database.writer;
    const roll = dice(7);
    const around = (day: string) => addDays(day, roll(9) - 4);
    const ids: string[] = [];
    for (let index = 0; index < 120; index += 1) {
      const id = randomUUID();
      ids.push(id);
      await knex('establishment').insert({
        id,
        office_id: demoOffice.id,
        state: 'registered',
        name: '見本',
        name_kana: 'ミホン',
        phone: '0300000000',
        details: '{}',
        search_name: '見本',
        search_kana: 'ミホン',
        version: 1,
        created_at: '2020-01-01T00:00:00.000Z',
      });
      for (let account = roll(3); account >= 0; account -= 1)
        await knex('account').insert({
          id: randomUUID(),
          establishment_id: id,
          email: `${id}-${account}@example.co.jp`,
          state: 'active',
          opened_by: 'counter',
          withdrawn_on: roll(3) === 0 ? around('2026-10-24') : null,
          version: 1,
          created_at: '2020-01-01T00:00:00.000Z',
        });
      for (let posting = roll(4); posting > 0; posting -= 1) {
        const state = (['valid', 'invalid', 'under_review'] as const)[roll(3)] ?? 'valid';
        const end = roll(4) === 0 ? around(today) : around('2021-11-23');
        await knex('posting').insert({
          id: randomUUID(),
          establishment_id: id,
          office_id: demoOffice.id,
          state,
          via: 'mypage',
          content: '{}',
          steps_done: 0,
          kinds: '[]',
          contract: 'direct',
          applied_on: around('2021-11-23'),
          office_demand: 0,
          valid_until: state === 'under_review' ? null : end,
          invalidated_on: state === 'invalid' ? end : null,
          version: 1,
          created_at: '2020-01-01T00:00:00.000Z',
          updated_at: '2020-01-01T00:00:00.000Z',
        });
      }
    }
    const found: string[] = [];
    const rule = erasureSql(office.rules, today);
    for (let after: string | null = ''; after !== null; ) {
      const page = await office.stores.erasures.due('establishment', rule, today, after, 50);
      found.push(...page.found);
      after = page.next;
    }
    const judged = { stores: office.stores, rules: office.rules, today };
    const due: string[] = [];
    for (const id of ids)
      if ((await judgeMypage(judged, { type: 'establishment', id }))?.verdict.outcome === 'erase')
        due.push(id);
    expect(due.length).toBeGreaterThan(10);
    expect(due.length).toBeLessThan(110);
    expect(found.toSorted()).toEqual(due.toSorted());
  });
});
