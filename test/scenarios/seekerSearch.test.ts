import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FormValues } from '#app/forms/field.ts';
import { seekerProfileSection } from '#app/forms/jobSeeker.ts';
import { searchKey } from '#app/forms/searchKey.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { updateSeeker } from '#app/procedures/seeker/update.ts';
import {
  type PublicSeekerTerms,
  publicSeeker,
  publicSeekers,
  shownProfileFields,
} from '#db/queries/publicSeekers.ts';
import { seekerSearch } from '#db/queries/seekerSearch.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { validPosting } from '#test/support/changes.ts';
import { describeOnEveryDatabase, type OpenDatabase, type TestDatabase } from '#test/support/database.ts';
import { plansOf } from '#test/support/plans.ts';
import { granted } from '#test/support/world.ts';

const anything: PublicSeekerTerms = {
  occupation: null,
  prefecture: null,
  place: null,
  experience: null,
  licences: null,
  employmentForm: null,
  workTime: null,
  words: [],
};

/** An employer, and job seekers registered with these values. */
async function searching(open: OpenDatabase) {
  const { office, employer } = await validPosting(open);
  let next = 0;
  const register = async (more: FormValues) => {
    const values = sampleSeeker(next, { is_public: true, ...more });
    next += 1;
    const { seekerId } = granted(
      await office.perform(registerSeeker, office.staff.clerk, { values, otherPerson: false }),
    );
    const seeker = await office.stores.jobSeekers.find({ kind: 'all' }, seekerId);
    if (!seeker) throw new Error('No seeker.');
    return { seeker, values };
  };
  const find = async (terms: Partial<PublicSeekerTerms>, page = 1) =>
    publicSeekers(office.database.reader, employer, { ...anything, ...terms }, page);
  return {
    office,
    employer,
    register,
    find,
    occupations: async (terms: Partial<PublicSeekerTerms>) =>
      (await find(terms)).rows.map(({ profile }) => profile.wished_occupation).toSorted(),
  };
}

test('every answer of the public part is either shown or named here as kept back', () => {
  const fields = seekerProfileSection.fields.map(({ name }) => name);
  expect([...shownProfileFields, 'is_public'].toSorted()).toEqual(fields.toSorted());
});

describeOnEveryDatabase('求職情報検索', (open) => {
  test('finds by each of the terms, and by all of them together', async () => {
    const { register, occupations } = await searching(open);
    await register({
      wished_occupation: '経理事務',
      wished_prefecture: '11',
      wished_place: '架空野市',
      work_experience: '商社の経理を８年',
      held_licences: '日商簿記検定2級',
      wished_employment_form: 'any',
      wished_work_time: 'full',
      knowledge: '給与計算',
    });
    await register({
      wished_occupation: '介護職',
      wished_prefecture: '13',
      wished_place: '見本川市',
      work_experience: '事務を2年',
      held_licences: '介護福祉士',
      wished_employment_form: 'part',
      wished_work_time: 'part',
      knowledge: 'レクリエーション',
    });
    expect(await occupations({})).toEqual(['介護職', '経理事務']);
    expect(await occupations({ occupation: searchKey('ｹｲﾘ') })).toEqual([]);
    expect(await occupations({ occupation: searchKey('事務') })).toEqual(['経理事務']);
    expect(await occupations({ experience: searchKey('事務') })).toEqual(['介護職']);
    expect(await occupations({ experience: searchKey('８年') })).toEqual(['経理事務']);
    expect(await occupations({ licences: searchKey('簿記') })).toEqual(['経理事務']);
    expect(await occupations({ prefecture: '13' })).toEqual(['介護職']);
    expect(await occupations({ place: searchKey('架空野') })).toEqual(['経理事務']);
    // Whoever does not mind is found by every form.
    expect(await occupations({ employmentForm: 'regular' })).toEqual(['経理事務']);
    expect(await occupations({ employmentForm: 'part' })).toEqual(['介護職', '経理事務']);
    expect(await occupations({ workTime: 'part' })).toEqual(['介護職']);
    expect(await occupations({ words: ['給与', '商社'].map(searchKey) })).toEqual(['経理事務']);
    expect(await occupations({ words: ['給与', '介護'].map(searchKey) })).toEqual([]);
    expect(await occupations({ words: ['%'] })).toEqual([]);
  });

  test('never finds by a name, a telephone number, an address or a 求職番号', async () => {
    const { register, find } = await searching(open);
    const { seeker, values } = await register({ seeker_email: 'kojin@mihon.example' });
    for (const secret of [
      seeker.name,
      seeker.nameKana,
      seeker.number,
      seeker.inquiryNumber,
      values.seeker_phone,
      values.seeker_email,
      values.seeker_address,
      values.born_on,
    ]) {
      const word = searchKey(String(secret));
      for (const terms of [
        { words: [word] },
        { occupation: word },
        { place: word },
        { experience: word },
        { licences: word },
      ])
        expect((await find(terms)).total).toBe(0);
    }
  });

  test('shows a profile until the day the seeker does not want it any more', async () => {
    const { office, employer, register, find } = await searching(open);
    const { seeker, values } = await register({});
    const { reader } = office.database;
    const card = await publicSeeker(reader, employer, seeker.inquiryNumber);
    expect(card?.office).toEqual({ name: 'ハローワーク架空野', phone: expect.stringMatching(/^0/) });
    expect(Object.keys(card ?? {}).toSorted()).toEqual(['inquiryNumber', 'office', 'profile']);
    granted(
      await office.perform(updateSeeker, office.staff.clerk, {
        seekerId: seeker.id,
        version: 1,
        values: { ...values, is_public: false },
      }),
    );
    expect(await publicSeeker(reader, employer, seeker.inquiryNumber)).toBeNull();
    expect((await find({})).total).toBe(0);
  });

  test('names a seeker by a number that is found at the counter of the office in charge', async () => {
    const { office, register } = await searching(open);
    const { seeker } = await register({});
    expect(seeker.inquiryNumber).toMatch(/^[1-9]\d{8}$/);
    const { reader } = office.database;
    const asked = { key: null, digits: seeker.inquiryNumber };
    expect((await seekerSearch(reader, office.staff.clerk, asked, 1)).rows).toEqual([
      expect.objectContaining({ id: seeker.id }),
    ]);
    expect((await seekerSearch(reader, office.staff.neighbour, asked, 1)).rows).toEqual([]);
  });

  test('goes by the index of those who asked to be found, whatever is asked', async () => {
    const { office, employer, register, find } = await searching(open);
    const { seeker } = await register({});
    await fill(office.database, seeker.id, 6_000);
    const plans = await plansOf(office.database, async () => {
      await find({});
      await find({ prefecture: '13' });
      await find({ words: ['見本'] });
      await publicSeeker(office.database.reader, employer, seeker.inquiryNumber);
    });
    expect(plans.length).toBe(7);
    for (const plan of plans) expect(plan).toMatch(/job_seeker_(public|public_place|inquiry)\b/);
    // The newest fifty come out of the index in their order.
    expect(plans[1]).not.toMatch(/TEMP B-TREE|Sort {2}\(/);
    expect((await find({})).rows).toHaveLength(50);
  }, 60_000);
});

/** Copies of a seeker, of whom every fiftieth asked to be found. */
async function fill({ writer }: TestDatabase, id: string, count: number): Promise<void> {
  const model = await writer('job_seeker').where({ id }).first();
  const rows = Array.from({ length: count }, (_, index) => ({
    ...model,
    id: randomUUID(),
    number: `88010-${String(index).padStart(8, '0')}`,
    inquiry_number: String(900_000_000 + index),
    is_public: index % 50 === 0 ? 1 : 0,
    updated_at: new Date(Date.parse('2026-01-01T00:00:00Z') + index * 60_000).toISOString(),
  }));
  await writer.batchInsert('job_seeker', rows, 20);
  await writer.raw('analyze');
}
