import type { Knex } from 'knex';

/**
 * The schema of the first posting. Conventions, equal on SQLite and PostgreSQL: ids are lower-case UUID text,
 * instants UTC ISO text, business days `YYYY-MM-DD` text, structured values JSON text, booleans 0/1, money integers.
 * Deleting is always explicit: no cascades.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('office', (t) => {
    t.text('id').primary();
    t.text('code').notNullable().unique();
    t.text('name').notNullable();
    t.text('phone').notNullable();
    t.text('postal').notNullable();
    t.text('address').notNullable();
    t.text('prefecture').notNullable();
  });

  await knex.schema.createTable('office_calendar_day', (t) => {
    t.text('office_id').notNullable().references('office.id');
    t.text('date').notNullable();
    t.text('kind').notNullable().checkIn(['open', 'closed']);
    t.text('reason').notNullable();
    t.primary(['office_id', 'date']);
  });

  await knex.schema.createTable('staff', (t) => {
    t.text('id').primary();
    t.text('office_id').notNullable().references('office.id');
    t.text('name').notNullable();
    t.text('role').notNullable().checkIn(['clerk', 'supervisor', 'auditor']);
    t.text('login_name').notNullable().unique();
    t.text('password_hash').notNullable();
    t.integer('demo').notNullable().checkIn(['0', '1']);
    t.integer('active').notNullable().checkIn(['0', '1']);
  });

  await knex.schema.createTable('establishment', (t) => {
    t.text('id').primary();
    t.text('office_id').notNullable().references('office.id');
    t.text('state').notNullable().checkIn(['provisional', 'registered']);
    t.text('number').unique();
    t.text('corporate_number');
    t.text('name').notNullable();
    t.text('name_kana').notNullable();
    t.text('phone').notNullable();
    t.text('details').notNullable();
    t.text('search_name').notNullable();
    t.text('search_kana').notNullable();
    t.text('registered_on');
    t.integer('version').notNullable();
    t.text('created_at').notNullable();
    t.index(['office_id', 'search_name']);
    t.index(['office_id', 'search_kana']);
    t.index(['corporate_number']);
    t.index(['phone']);
  });

  await knex.schema.createTable('account', (t) => {
    t.text('id').primary();
    t.text('establishment_id').references('establishment.id');
    t.text('email').notNullable().unique();
    t.text('state').notNullable().checkIn(['mail_registered', 'active']);
    t.text('opened_by').notNullable().checkIn(['counter', 'online']);
    t.text('password_hash');
    t.text('consented_at');
    t.text('opened_on');
    t.integer('version').notNullable();
    t.text('created_at').notNullable();
    t.index(['establishment_id']);
  });

  await knex.schema.createTable('verification_key', (t) => {
    t.text('id').primary();
    t.text('account_id').notNullable().references('account.id');
    t.text('hash').notNullable();
    t.text('sealed');
    t.text('issued_at').notNullable();
    t.text('expires_at').notNullable();
    t.text('used_at');
    t.text('voided_at');
    t.index(['account_id', 'issued_at']);
  });

  // An asked-for key, whoever the address belongs to: the job looks the address up, so that the page cannot tell.
  await knex.schema.createTable('key_request', (t) => {
    t.text('id').primary();
    t.text('email').notNullable();
    t.text('purpose').notNullable().checkIn(['start', 'register']);
    t.text('requested_at').notNullable();
  });

  await knex.schema.createTable('session', (t) => {
    t.text('id_hash').primary();
    t.text('audience').notNullable().checkIn(['staff', 'mypage', 'start']);
    t.text('subject_id');
    t.text('data').notNullable();
    t.text('created_at').notNullable();
    t.text('seen_at').notNullable();
    t.index(['subject_id']);
  });

  await knex.schema.createTable('throttle', (t) => {
    t.text('key').primary();
    t.integer('count').notNullable();
    t.text('window_ends_at').notNullable();
  });

  await knex.schema.createTable('posting', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('account_id').references('account.id');
    t.text('state')
      .notNullable()
      .checkIn([
        'draft',
        'awaiting_visit',
        'under_review',
        'returned',
        'refusal_proposed',
        'valid',
        'refused',
        'invalid',
        'lapsed',
      ]);
    t.text('via').notNullable().checkIn(['mypage', 'counter']);
    t.text('content').notNullable();
    t.integer('steps_done').notNullable();
    t.text('kinds').notNullable();
    t.text('contract').notNullable().checkIn(['direct', 'dispatch', 'contracting']);
    t.text('job_title');
    t.text('applied_on');
    t.text('waiting_since');
    t.text('due_date');
    t.text('visited_on');
    t.integer('office_demand').notNullable();
    t.text('number').unique();
    t.text('accepted_on');
    t.text('valid_until');
    t.text('invalidated_on');
    t.integer('version').notNullable();
    t.text('created_at').notNullable();
    t.text('updated_at').notNullable();
    t.index(['office_id', 'state', 'due_date', 'waiting_since']);
    t.index(['establishment_id', 'state']);
  });

  await knex.schema.createTable('posting_number', (t) => {
    t.text('office_id').primary().references('office.id');
    t.integer('last').notNullable();
  });

  await knex.schema.createTable('posting_return', (t) => {
    t.text('id').primary();
    t.text('posting_id').notNullable().references('posting.id');
    t.text('reasons').notNullable();
    t.text('fields').notNullable();
    t.text('message').notNullable();
    t.text('returned_by').notNullable();
    t.text('returned_at').notNullable();
    t.text('answered_at');
    t.index(['posting_id', 'returned_at']);
  });

  await knex.schema.createTable('posting_refusal', (t) => {
    t.text('id').primary();
    t.text('posting_id').notNullable().references('posting.id');
    t.text('ground').notNullable();
    t.text('reason').notNullable();
    t.text('proposed_by').notNullable();
    t.text('proposed_at').notNullable();
    t.text('settled_by');
    t.text('settled_at');
    t.text('settlement').checkIn(['confirmed', 'declined']);
    t.index(['posting_id', 'proposed_at']);
  });

  await knex.schema.createTable('visit', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('visited_on').notNullable();
    t.text('checklist').notNullable();
    t.text('identity_document');
    t.text('note');
    t.text('late_reason');
    t.text('registered_by').notNullable();
    t.text('registered_at').notNullable();
    t.index(['establishment_id', 'visited_on']);
  });

  await knex.schema.createTable('visit_posting', (t) => {
    t.text('visit_id').notNullable().references('visit.id');
    t.text('posting_id').notNullable().references('posting.id');
    t.primary(['visit_id', 'posting_id']);
  });

  // 判定 as given at a decision, with its facts: replaying it must give the same bytes.
  await knex.schema.createTable('verdict', (t) => {
    t.text('id').primary();
    t.text('subject_type').notNullable();
    t.text('subject_id').notNullable();
    t.text('occasion').notNullable();
    t.text('rule_set').notNullable();
    t.text('version').notNullable();
    t.text('hash').notNullable();
    t.text('as_of').notNullable();
    t.text('outcome').notNullable();
    t.text('due_date');
    t.text('verdict').notNullable();
    t.text('decided_at').notNullable();
    t.index(['subject_type', 'subject_id', 'decided_at']);
  });

  await knex.schema.createTable('idempotency', (t) => {
    t.text('key').notNullable();
    t.text('actor_id').notNullable();
    t.text('procedure').notNullable();
    t.text('request_hash').notNullable();
    t.text('response').notNullable();
    t.text('created_at').notNullable();
    t.primary(['key', 'actor_id']);
  });

  await knex.schema.createTable('job', (t) => {
    t.text('id').primary();
    t.text('kind').notNullable();
    t.text('dedupe').notNullable().unique();
    t.text('payload').notNullable();
    t.text('state').notNullable().checkIn(['ready', 'running', 'done', 'dead', 'cancelled']);
    t.text('run_at').notNullable();
    t.text('expires_at');
    t.integer('attempts').notNullable();
    t.text('lease_until');
    t.text('lease_token');
    t.text('last_error');
    t.text('created_at').notNullable();
    t.text('finished_at');
    t.index(['state', 'run_at']);
    t.index(['state', 'lease_until']);
  });

  // 送信箱 of demo mode: what a mail server would have received.
  await knex.schema.createTable('outbox_mail', (t) => {
    t.text('id').primary();
    t.text('message_id').notNullable().unique();
    t.text('kind').notNullable();
    t.text('recipient').notNullable();
    t.text('subject').notNullable();
    t.text('body').notNullable();
    t.text('sent_at').notNullable();
    t.index(['sent_at']);
  });

  await knex.schema.createTable('audit_entry', (t) => {
    t.integer('seq').primary();
    t.text('at').notNullable();
    t.text('actor_kind').notNullable();
    t.text('actor_id').notNullable();
    t.text('role').notNullable();
    t.text('office_id');
    t.text('action').notNullable();
    t.text('subject_type').notNullable();
    t.text('subject_id').notNullable();
    t.text('request_id').notNullable();
    t.text('detail').notNullable();
    t.text('prev').notNullable();
    t.text('hash').notNullable();
    t.index(['subject_type', 'subject_id', 'seq']);
  });

  // Personal values of audit rows, apart: the chain holds only their commitments, so erasure can remove them.
  await knex.schema.createTable('audit_personal', (t) => {
    t.integer('seq').notNullable().references('audit_entry.seq');
    t.text('field').notNullable();
    t.text('salt').notNullable();
    t.text('value').notNullable();
    t.primary(['seq', 'field']);
  });

  await knex.schema.createTable('audit_head', (t) => {
    t.integer('id').primary();
    t.integer('seq').notNullable();
    t.text('hash').notNullable();
  });
  await knex('audit_head').insert({ id: 1, seq: 0, hash: '' });

  // Who looked at whose record (個人情報保護法66条: safety measures); no content.
  await knex.schema.createTable('view_log', (t) => {
    t.text('id').primary();
    t.text('at').notNullable();
    t.text('actor_id').notNullable();
    t.text('office_id').notNullable();
    t.text('screen').notNullable();
    t.text('subject_id').notNullable();
    t.index(['subject_id', 'at']);
    t.index(['actor_id', 'at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = [
    'view_log',
    'audit_head',
    'audit_personal',
    'audit_entry',
    'outbox_mail',
    'job',
    'idempotency',
    'verdict',
    'visit_posting',
    'visit',
    'posting_refusal',
    'posting_return',
    'posting_number',
    'posting',
    'throttle',
    'session',
    'key_request',
    'verification_key',
    'account',
    'establishment',
    'staff',
    'office_calendar_day',
    'office',
  ];
  for (const table of tables) await knex.schema.dropTable(table);
}
