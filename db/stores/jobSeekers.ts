import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import type { Scope } from '#app/domain/permissions.ts';
import { fromFlag, fromJson, toFlag, toJson } from '../rows.ts';
import { inScope } from './scope.ts';
import { nextSerial } from './serial.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  office_id: string;
  number: string;
  inquiry_number: string;
  name: string;
  name_kana: string;
  born_on: string | null;
  phone: string | null;
  person: string;
  has_mypage: number;
  is_public: number;
  profile: string;
  wished_occupation: string;
  wished_prefecture: string;
  employment_form: string;
  work_time: string;
  search_name: string;
  search_kana: string;
  search_profile: string;
  search_occupation: string;
  search_place: string;
  search_experience: string;
  search_licences: string;
  version: number;
  created_at: string;
  updated_at: string;
};

/** Folded texts for searching (forms/normalise searchKey); never shown. */
export type SeekerKeys = {
  name: string;
  kana: string;
  /** All words of the public part together. */
  profile: string;
  occupation: string;
  place: string;
  experience: string;
  licences: string;
};

export const seekerFrom = (row: Row): JobSeeker => ({
  id: row.id,
  officeId: row.office_id,
  number: row.number,
  inquiryNumber: row.inquiry_number,
  name: row.name,
  nameKana: row.name_kana,
  bornOn: row.born_on,
  phone: row.phone,
  person: fromJson(row.person),
  hasMypage: fromFlag(row.has_mypage),
  isPublic: fromFlag(row.is_public),
  profile: fromJson(row.profile),
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const rowFrom = (seeker: JobSeeker, keys: SeekerKeys): Row => {
  const text = (field: string): string => String(seeker.profile[field] ?? '');
  return {
    id: seeker.id,
    office_id: seeker.officeId,
    number: seeker.number,
    inquiry_number: seeker.inquiryNumber,
    name: seeker.name,
    name_kana: seeker.nameKana,
    born_on: seeker.bornOn,
    phone: seeker.phone,
    person: toJson(seeker.person),
    has_mypage: toFlag(seeker.hasMypage),
    is_public: toFlag(seeker.isPublic),
    profile: toJson(seeker.profile),
    wished_occupation: text('wished_occupation'),
    wished_prefecture: text('wished_prefecture'),
    employment_form: text('wished_employment_form'),
    work_time: text('wished_work_time'),
    search_name: keys.name,
    search_kana: keys.kana,
    search_profile: keys.profile,
    search_occupation: keys.occupation,
    search_place: keys.place,
    search_experience: keys.experience,
    search_licences: keys.licences,
    version: seeker.version,
    created_at: seeker.createdAt,
    updated_at: seeker.updatedAt,
  };
};

export type JobSeekerStore = {
  find(scope: Scope, id: string): Promise<JobSeeker | undefined>;
  findByNumber(scope: Scope, number: string): Promise<JobSeeker | undefined>;
  insert(seeker: JobSeeker, keys: SeekerKeys): Promise<void>;
  /** Throws StaleRecord when the version has moved on. */
  update(seeker: JobSeeker, keys: SeekerKeys): Promise<void>;
  /** Seekers of any office with the same folded kana and the same birthday, oldest first. */
  sameNameAndBirthday(kana: string, bornOn: CalendarDate, exceptId: string | null): Promise<JobSeeker[]>;
  nextSerial(officeId: string): Promise<number>;
  inquiryNumberTaken(inquiryNumber: string): Promise<boolean>;
};

/** Only staff and who speaks for the seekers reach them in this way: no column says an establishment, so an employer's scope finds none. */
const ofOffice = (scope: Scope) => (query: Knex.QueryBuilder) => {
  if (scope.kind === 'establishment') query.whereRaw('1 = 0');
  else if (scope.kind === 'seekersOf') query.where('office_id', scope.officeId);
  else query.where(inScope(scope));
};

export function jobSeekerStore(knex: Knex): JobSeekerStore {
  const findBy = async (scope: Scope, where: Partial<Row>) => {
    const row = await knex<Row>('job_seeker').where(where).where(ofOffice(scope)).first();
    return row && seekerFrom(row);
  };
  return {
    find: (scope, id) => findBy(scope, { id }),
    findByNumber: (scope, number) => findBy(scope, { number }),
    insert: async (seeker, keys) => {
      await knex('job_seeker').insert(rowFrom(seeker, keys));
    },
    update: (seeker, keys) => {
      const { id, version, ...columns } = rowFrom(seeker, keys);
      return updateVersion(knex, 'job_seeker', { id, version }, columns);
    },
    sameNameAndBirthday: async (kana, bornOn, exceptId) => {
      const rows = await knex<Row>('job_seeker')
        .where({ search_kana: kana, born_on: bornOn })
        .whereNot('id', exceptId ?? '')
        .orderBy(['created_at', 'id'])
        .limit(20);
      return rows.map(seekerFrom);
    },
    nextSerial: (officeId) => nextSerial(knex, 'job_seeker_number', officeId),
    inquiryNumberTaken: async (inquiryNumber) =>
      (await knex<Row>('job_seeker').where({ inquiry_number: inquiryNumber }).first('id')) !== undefined,
  };
}
