import type { Knex } from 'knex';

/**
 * 求職者, as far as employers meet them; 紹介 and its 選考結果; what a release of a 利用制限 was agreed on. Conventions as
 * in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('job_seeker', (t) => {
    t.text('id').primary();
    t.text('office_id').notNullable().references('office.id');
    t.text('number').notNullable().unique();
    t.text('name').notNullable();
    t.text('name_kana').notNullable();
    t.text('born_on');
    t.text('phone');
    t.text('person').notNullable();
    t.integer('has_mypage').notNullable().checkIn(['0', '1']);
    t.integer('is_public').notNullable().checkIn(['0', '1']);
    t.text('profile').notNullable();
    // The parts of the profile that lists are filtered by.
    t.text('wished_occupation').notNullable();
    t.text('wished_prefecture').notNullable();
    t.text('employment_form').notNullable();
    t.text('work_time').notNullable();
    t.text('search_name').notNullable();
    t.text('search_kana').notNullable();
    t.text('search_profile').notNullable();
    t.integer('version').notNullable();
    t.text('created_at').notNullable();
    t.text('updated_at').notNullable();
    t.index(['office_id', 'search_kana']);
    t.index(['office_id', 'updated_at']);
    t.index(['search_kana', 'born_on']);
  });
  // 求職情報検索: only those who asked to be public are ever looked at.
  await knex.schema.raw(
    'create index job_seeker_public on job_seeker (wished_prefecture, updated_at) where is_public = 1',
  );
  await knex.schema.createTable('job_seeker_number', (t) => {
    t.text('office_id').primary().references('office.id');
    t.integer('last').notNullable();
  });

  await knex.schema.createTable('referral', (t) => {
    t.text('id').primary();
    t.text('number').notNullable().unique();
    t.text('posting_id').notNullable().references('posting.id');
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('referring_office_id').notNullable().references('office.id');
    t.text('seeker_id').notNullable().references('job_seeker.id');
    t.text('referred_on').notNullable();
    t.text('referred_by').notNullable();
    t.integer('phoned').notNullable().checkIn(['0', '1']);
    t.text('state')
      .notNullable()
      .checkIn(['referred', 'hired', 'not_hired', 'declined_by_applicant', 'cancelled']);
    t.text('interview_on');
    t.text('interview_at');
    t.text('interview_place');
    t.text('contact_name');
    t.text('note');
    t.text('settled_on');
    t.text('settled_by');
    t.text('channel').checkIn(['mypage', 'phone', 'fax', 'counter']);
    t.integer('conditions_differed').checkIn(['0', '1']);
    t.text('conditions_note');
    t.text('cancel_reason');
    t.text('notice_sent_on');
    t.integer('version').notNullable();
    t.text('created_at').notNullable();
    t.index(['office_id', 'state', 'referred_on']);
    t.index(['referring_office_id', 'state', 'referred_on']);
    t.index(['posting_id', 'referred_on']);
    t.index(['seeker_id', 'referred_on']);
    t.check("(state = 'referred') = (settled_on is null)", {}, 'referral_settled_on');
    t.check('(settled_on is null) = (settled_by is null)', {}, 'referral_settled_whole');
    t.check("(state = 'cancelled') = (cancel_reason is not null)", {}, 'referral_cancel_reason');
    t.check(
      "(state in ('hired', 'not_hired', 'declined_by_applicant')) = (channel is not null)",
      {},
      'referral_channel',
    );
  });
  await knex.schema.createTable('referral_number', (t) => {
    t.text('office_id').primary().references('office.id');
    t.integer('last').notNullable();
  });
  // Nobody is referred to the same posting twice, however many refer at once.
  await knex.schema.raw(
    "create unique index referral_once on referral (posting_id, seeker_id) where state <> 'cancelled'",
  );
  // What the two sweeps of the night look for.
  await knex.schema.raw(
    "create index referral_unregistered on referral (establishment_id, referred_on) where state = 'referred'",
  );
  await knex.schema.raw(
    "create index referral_not_noticed on referral (referred_on, id) where state = 'referred' and notice_sent_on is null",
  );

  await knex.schema.alterTable('restriction', (t) => {
    t.text('promised_on');
    t.text('spoken_to');
    t.text('release_channel');
  });
}

export async function down(knex: Knex): Promise<void> {
  // In SQL, because on SQLite Knex would rebuild the table, which other tables refer to.
  await knex.schema.raw('alter table restriction drop column release_channel');
  await knex.schema.raw('alter table restriction drop column spoken_to');
  await knex.schema.raw('alter table restriction drop column promised_on');
  await knex.schema.dropTable('referral_number');
  await knex.schema.dropTable('referral');
  await knex.schema.dropTable('job_seeker_number');
  await knex.schema.dropTable('job_seeker');
}
