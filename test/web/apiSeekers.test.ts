import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { seekerForm } from '#app/forms/jobSeeker.ts';
import { readForm } from '#app/forms/read.ts';
import { demoOffice, neighbourOffice } from '#fixtures/demo.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { openPartner } from '#test/support/messages.ts';
import { apiOffice } from './apiOffice.ts';
import { watchLog } from './watchLog.ts';

const log = watchLog();
const { office, send, seekerId } = await apiOffice();

const everything = { kind: 'all' } as const;
const sample = (index: number, more: Record<string, unknown> = {}) => ({
  ...readForm(seekerForm, sampleSeeker(index)).values,
  ...more,
});
const partner = async (officeCode: string | null) => {
  const { actor, secret } = await openPartner(office, {
    name: randomUUID(),
    scopes: ['seekers'],
    officeCode,
  });
  return { partner: actor.id, secret };
};
const own = await partner(demoOffice.code);
const handOver = (seekers: readonly Record<string, unknown>[], how = own, more = {}) =>
  send('PUT', '/api/v1/seekers', { seekers, ...more }, how);
const outcomes = ({ json }: { json: Record<string, unknown> }) =>
  (json.seekers as { outcome: string }[]).map(({ outcome }) => outcome);
const registered = async () => (await office.database.reader('job_seeker').select('id')).length;

describe('Job seekers handed over by their own system', () => {
  test('are registered under numbers of the office, and the same again changes nothing', async () => {
    const rows = [
      { reference: 'K-1', ...sample(10) },
      { reference: 'K-2', ...sample(11) },
    ];
    const before = await registered();
    const first = await handOver(rows);
    expect(first.status).toBe(200);
    expect(outcomes(first)).toEqual(['added', 'added']);
    expect(first.json.seekers).toMatchObject([
      { reference: 'K-1', number: expect.stringMatching(/^99010-/) },
      { reference: 'K-2' },
    ]);
    const again = await handOver(rows);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged']);
    expect(await registered()).toBe(before + 2);
    const changed = await handOver([{ reference: 'K-1', ...sample(10), wished_occupation: '倉庫内作業' }]);
    expect(outcomes(changed)).toEqual(['changed']);
    const [{ number = '' } = {}] = changed.json.seekers as { number: string }[];
    expect((await office.stores.jobSeekers.findByNumber(everything, number))?.profile).toMatchObject({
      wished_occupation: '倉庫内作業',
    });
    expect(log().join('')).not.toContain('倉庫内作業');
  });

  test('are joined to somebody the office has registered by the 求職番号, once', async () => {
    const seeker = await office.stores.jobSeekers.find(everything, seekerId);
    const values = { ...seeker?.person, ...seeker?.profile };
    const joined = await handOver([{ reference: 'K-3', number: seeker?.number, ...values }]);
    expect(outcomes(joined)).toEqual(['unchanged']);
    expect(await handOver([{ reference: 'K-4', number: seeker?.number, ...values }])).toMatchObject({
      status: 422,
      json: { errors: [{ field: 'seekers.0.number', code: 'taken' }] },
    });
    const elsewhere = await handOver([{ reference: 'K-5', number: '99010-99999999', ...sample(15) }]);
    expect(elsewhere.json.errors).toEqual([{ field: 'seekers.0.number', code: 'not-a-choice' }]);
  });

  test('are all taken or none; what is wrong is told for each row', async () => {
    const before = await registered();
    const { seeker_name_kana: _, ...nameless } = sample(12);
    const shapes = await handOver([
      { reference: 'K-6', ...sample(13) },
      { reference: 'K-7', ...nameless },
      { reference: 'K 8', ...sample(14) },
    ]);
    expect(shapes).toMatchObject({
      status: 422,
      json: {
        code: 'fields-wrong',
        errors: [
          { field: 'seekers.1.seeker_name_kana', code: 'required' },
          { field: 'seekers.2.reference', code: 'wrong-shape' },
        ],
      },
    });
    const contents = await handOver([
      { reference: 'K-6', ...sample(13), appeal: 'mihon@example.jp までご連絡ください' },
      { reference: 'K-6', ...sample(14) },
    ]);
    expect(contents.json.errors).toEqual([
      { field: 'seekers.0.appeal', code: 'says-who' },
      { field: 'seekers.1.reference', code: 'taken' },
    ]);
    expect(await registered()).toBe(before);
  });

  test('who look like somebody registered need the word that they are another person', async () => {
    const twin = { reference: 'K-9', ...sample(11) };
    expect((await handOver([twin])).json.errors).toEqual([
      { field: 'seekers.0.other_person', code: 'required' },
    ]);
    expect(outcomes(await handOver([{ ...twin, other_person: true }]))).toEqual(['added']);
  });

  test('of another office are out of reach; a partner of every office names the one', async () => {
    expect(
      (await handOver([{ reference: 'K-10', ...sample(16) }], own, { office: neighbourOffice.code })).json,
    ).toMatchObject({ errors: [{ field: 'office', code: 'not-a-choice' }] });
    const all = await partner(null);
    expect(await handOver([{ reference: 'K-10', ...sample(16) }], all)).toMatchObject({ status: 422 });
    const there = await handOver([{ reference: 'K-10', ...sample(16) }], all, {
      office: neighbourOffice.code,
    });
    expect(there.json.seekers).toMatchObject([
      { number: expect.stringMatching(`^${neighbourOffice.code}-`) },
    ]);
    // The same number of another partner is another seeker.
    expect(outcomes(await handOver([{ reference: 'K-10', ...sample(17) }]))).toEqual(['added']);
  });

  test('are refused to a partner of messages alone', async () => {
    const { actor, secret } = await openPartner(office, { name: randomUUID(), scopes: ['messages'] });
    expect(
      await handOver([{ reference: 'K-11', ...sample(18) }], { partner: actor.id, secret }),
    ).toMatchObject({
      status: 403,
      json: { code: 'scope-missing' },
    });
  });
});
