import type { ErasureClass } from '#app/domain/retention.ts';

/** Ids that belong to one MyPage, by what they are ids of. */
export type IdGroup =
  | 'account'
  | 'change'
  | 'check'
  | 'email'
  | 'establishment'
  | 'image'
  | 'posting'
  | 'referral'
  | 'seq'
  | 'start'
  | 'verdict'
  | 'visit';

export type TableErasure = {
  table: string;
  class: ErasureClass;
  /** Why rows are kept, or what their age is counted by. */
  because?: string;
  /** Which rows belong to a MyPage: those whose column holds an id of the group. */
  by?: readonly (readonly [column: string, group: IdGroup])[];
  /** The primary key, where it is not `id`. */
  key?: readonly string[];
  /** Text columns of the same class as the rows. */
  texts: string;
  /** Text columns that are emptied, while the row stays; null, or an empty text where a check wants one. */
  empties?: Readonly<Record<string, null | ''>>;
};

/**
 * Every table and every text column of the schema, with what becomes of it. Rows of classes `account` and
 * `establishment` are deleted and rows of `anonymised` emptied with the MyPage, by `by` and in this order: what refers
 * to something stands before it, and every reference is RESTRICT, so that what is forgotten here stops the erasure.
 * `test/db/erasureMap.test.ts` compares the map with the schema.
 */
export const erasureMap: readonly TableErasure[] = [
  {
    table: 'erasure_mark',
    class: 'establishment',
    by: [
      ['establishment_id', 'establishment'],
      ['account_id', 'account'],
    ],
    texts: 'id establishment_id account_id office_id rules base_date due_on counts found_on',
  },
  {
    table: 'legal_hold',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    key: ['establishment_id'],
    texts: 'establishment_id office_id reason until placed_by placed_at',
  },
  {
    // Found before by what was merged into the establishment: that goes with it.
    table: 'establishment_merge',
    class: 'establishment',
    by: [
      ['merged_id', 'establishment'],
      ['kept_id', 'establishment'],
    ],
    key: ['merged_id'],
    texts: 'merged_id kept_id reason merged_by merged_at',
  },
  {
    table: 'establishment_distinct',
    class: 'establishment',
    by: [
      ['one_id', 'establishment'],
      ['other_id', 'establishment'],
    ],
    key: ['one_id', 'other_id'],
    texts: 'one_id other_id told_by told_at',
  },
  {
    table: 'establishment_search_part',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    key: ['office_id', 'part', 'establishment_id'],
    texts: 'office_id part establishment_id',
  },
  {
    table: 'decision_draft',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    key: ['staff_id', 'posting_id', 'act'],
    texts: 'staff_id posting_id act typed saved_at',
  },
  {
    table: 'review_claim',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    key: ['posting_id'],
    texts: 'posting_id staff_id begun_at expires_at',
  },
  {
    table: 'review_hold',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    key: ['posting_id'],
    texts: 'posting_id reason until placed_by placed_at',
  },
  {
    table: 'hand_over_request',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    key: ['posting_id'],
    texts: 'posting_id asked_by asked_of reason asked_at kept_at',
  },
  {
    table: 'review_assignment',
    class: 'establishment',
    by: [
      ['item_id', 'posting'],
      ['item_id', 'change'],
      ['item_id', 'check'],
      ['item_id', 'establishment'],
    ],
    key: ['item_type', 'item_id'],
    texts: 'item_type item_id staff_id assigned_by assigned_at',
  },
  {
    table: 'deadline_notice',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    key: ['posting_id', 'kind', 'deadline'],
    texts: 'posting_id kind deadline sent_on',
  },
  {
    table: 'extra_check',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id office_id establishment_id posting_id reason due_on added_by added_at settled_by settled_at settled_note',
  },
  {
    table: 'staff_note',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts: 'id office_id establishment_id posting_id text written_by written_at taken_back_at',
  },
  {
    table: 'mismatch_complaint',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id establishment_id office_id posting_id received_on topics description received_by received_at outcome outcome_note settled_on settled_by',
  },
  {
    table: 'posting_copy',
    class: 'establishment',
    by: [
      ['posting_id', 'posting'],
      ['source_id', 'posting'],
    ],
    key: ['posting_id'],
    texts: 'posting_id source_id carried left_out copied_at',
  },
  {
    table: 'posting_return',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    texts: 'id posting_id reasons fields message returned_by returned_at answered_at withdrawn_at',
  },
  {
    table: 'posting_refusal',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    texts: 'id posting_id ground reason proposed_by proposed_at settled_by settled_at settlement',
  },
  {
    table: 'visit_posting',
    class: 'establishment',
    by: [['visit_id', 'visit']],
    key: ['visit_id', 'posting_id'],
    texts: 'visit_id posting_id',
  },
  {
    table: 'visit',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id establishment_id office_id visited_on checklist identity_document note late_reason registered_by registered_at purpose',
  },
  {
    table: 'posting_version',
    class: 'establishment',
    by: [['posting_id', 'posting']],
    texts: 'id posting_id request_id content replaced_at',
  },
  {
    table: 'establishment_version',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts: 'id establishment_id cause request_id details reason replaced_by replaced_at',
  },
  {
    table: 'change_request',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id kind establishment_id office_id account_id posting_id state before after stop_reason stop_on answer decided_at waiting_since created_at',
  },
  {
    // The files are taken away once the rows are committed.
    table: 'image',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id establishment_id office_id state purpose caption alt format hash uploaded_by uploaded_at decision_id decided_by decided_at reasons message',
  },
  {
    table: 'refusal_period',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts: 'id establishment_id ground begins_on corrected_on sent_or_published_on recorded_by recorded_at',
  },
  {
    table: 'restriction',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id establishment_id office_id begun_on verdict_id released_on released_by release_reason promised_on spoken_to release_channel transfer_id',
  },
  {
    table: 'suspension',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts: 'id establishment_id office_id begun_on begun_by reason ended_on ended_by end_reason',
  },
  {
    // What a back-test judges again.
    table: 'verdict_case',
    class: 'establishment',
    by: [['verdict_id', 'verdict']],
    key: ['verdict_id'],
    texts: 'verdict_id rule_set as_of outcome facts rules',
  },
  {
    table: 'verdict',
    class: 'establishment',
    by: [['id', 'verdict']],
    texts:
      'id subject_type subject_id occasion rule_set version hash as_of outcome due_date verdict decided_at',
  },
  {
    table: 'assist_session',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts: 'id staff_id establishment_id office_id account_id reason caller begun_at ends_at ended_at',
  },
  {
    table: 'establishment_transfer',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id establishment_id from_office_id to_office_id moved_on reason name address recorded_by recorded_at registered_as settled_by settled_at',
  },
  {
    // Mails to the establishment; other jobs have ids only, and those that wait are cancelled.
    table: 'job',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id kind dedupe payload state run_at expires_at lease_until lease_token last_error created_at finished_at office_id establishment_id',
  },
  {
    table: 'outbox_mail',
    class: 'account',
    by: [['recipient', 'email']],
    texts: 'id message_id kind recipient subject body sent_at',
  },
  {
    // Those of others go by their age.
    table: 'idempotency',
    class: 'account',
    by: [['actor_id', 'account']],
    key: ['key', 'actor_id'],
    texts: 'key actor_id procedure request_hash response created_at',
  },
  {
    table: 'session',
    class: 'account',
    by: [
      ['subject_id', 'account'],
      ['id_hash', 'start'],
    ],
    key: ['id_hash'],
    texts: 'id_hash audience subject_id data created_at seen_at',
  },
  {
    table: 'key_request',
    class: 'account',
    by: [
      ['email', 'email'],
      ['account_id', 'account'],
    ],
    texts: 'id email purpose requested_at account_id',
  },
  {
    table: 'verification_key',
    class: 'account',
    by: [['account_id', 'account']],
    texts: 'id account_id hash sealed issued_at expires_at used_at voided_at purpose email',
  },
  {
    table: 'former_email',
    class: 'account',
    by: [['account_id', 'account']],
    texts: 'id account_id email replaced_at by',
  },
  {
    table: 'sent_mail',
    class: 'account',
    by: [['account_id', 'account']],
    texts: 'id account_id kind sent_at',
  },
  {
    table: 'invitation',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts: 'id establishment_id email invited_by invited_at',
  },
  {
    // Stays with the job seeker, as do the messages until their own day.
    table: 'referral',
    class: 'anonymised',
    by: [['establishment_id', 'establishment']],
    texts:
      'id number office_id referring_office_id seeker_id referred_on referred_by state settled_on channel notice_sent_on created_at',
    empties: {
      posting_id: null,
      establishment_id: null,
      interview_on: null,
      interview_at: null,
      interview_place: null,
      contact_name: null,
      note: null,
      conditions_note: null,
      settled_by: '',
      cancel_reason: '',
    },
  },
  {
    table: 'posting',
    class: 'establishment',
    by: [['establishment_id', 'establishment']],
    texts:
      'id establishment_id office_id account_id state via content kinds contract job_title applied_on waiting_since due_date visited_on number accepted_on valid_until invalidated_on created_at updated_at',
  },
  {
    table: 'account',
    class: 'account',
    by: [['id', 'account']],
    texts:
      'id establishment_id email state opened_by password_hash consented_at opened_on created_at suspended_on withdrawn_on closed_on',
  },
  {
    // The chain holds commitments to these values and still verifies without them.
    table: 'audit_personal',
    class: 'establishment',
    by: [
      ['establishment_id', 'establishment'],
      ['seq', 'seq'],
    ],
    key: ['seq', 'field'],
    texts: 'field salt value establishment_id',
  },
  {
    // Search keys are columns of the row.
    table: 'establishment',
    class: 'establishment',
    by: [['id', 'establishment']],
    texts:
      'id office_id state number corporate_number name name_kana phone details search_name search_kana registered_on created_at',
  },

  {
    table: 'message',
    class: 'age',
    because: 'retention/message, for both sides by the day it was sent',
    texts: 'id referral_id from_side text sent_at sent_on read_at',
  },
  {
    table: 'throttle',
    class: 'age',
    because: 'throttle.clear, once the window of at most a day is over; addresses are hashed',
    texts: 'key window_ends_at',
  },
  {
    table: 'erasure_notice',
    class: 'age',
    because: 'sealed, and deleted when its mail is sent or given up',
    texts: 'id certificate_id sealed',
  },
  {
    table: 'job_seeker',
    class: 'seeker',
    texts:
      'id office_id number name name_kana born_on phone person profile wished_occupation wished_prefecture employment_form work_time search_name search_kana search_profile created_at updated_at inquiry_number search_occupation search_place search_experience search_licences',
  },

  { table: 'partner_seeker', class: 'seeker', texts: 'partner_id reference seeker_id' },

  {
    table: 'audit_entry',
    class: 'kept',
    because: 'what was done is kept, in codes and opaque ids; personal values are in audit_personal',
    texts: 'at actor_kind actor_id role office_id action subject_type subject_id request_id detail prev hash',
  },
  {
    table: 'sweep_run',
    class: 'kept',
    because: 'counts of the nights; where one goes on is an opaque id',
    texts: 'id sweep slot state cursor asked_by stopped_by created_at started_at finished_at',
  },
  { table: 'training', class: 'kept', because: 'the clock of a training', texts: 'goal_from goal began_at' },
  { table: 'audit_head', class: 'kept', because: 'the head of the chain', texts: 'hash' },
  { table: 'audit_anchor', class: 'kept', because: 'heads of the chain', texts: 'hash at signature' },
  {
    table: 'view_log',
    class: 'kept',
    because: 'who has seen whom, in opaque ids',
    texts: 'id at actor_id office_id screen subject_id',
  },
  {
    table: 'erasure_certificate',
    class: 'kept',
    because: 'proves the erasure and names nobody',
    texts:
      'id subject_hash number_hash office_id rule_set rule_version rule_hash rules base_date erased_at counts rows_hash allowed_by audit_hash',
  },
  {
    table: 'retention_setting',
    class: 'kept',
    because: 'of the office',
    texts: 'office_id changed_by changed_at',
  },
  {
    table: 'back_test',
    class: 'kept',
    because: 'about a draft of a rule; decisions are named by opaque ids',
    texts: 'id rule_set draft_hash draft_text change_id range state result started_by started_at finished_at',
  },
  {
    table: 'rule_version',
    class: 'kept',
    because: 'rules are about nobody',
    texts: 'rule_set version hash effective_from effective_to text origin first_seen_at',
  },
  {
    table: 'rule_version_cancelled',
    class: 'kept',
    because: 'rules are about nobody',
    texts: 'rule_set version cancelled_at',
  },
  {
    table: 'rule_change',
    class: 'kept',
    because: 'rules are about nobody',
    texts:
      'id rule_set base_version text state editors reason effective_from new_version note created_by created_at updated_by updated_at submitted_by submitted_at decided_by decided_at',
  },
  {
    table: 'minimum_wage',
    class: 'kept',
    because: 'published figures',
    texts: 'id prefecture effective_from source entered_by entered_at',
  },
  {
    table: 'reason_template',
    class: 'kept',
    because: 'texts of the office',
    texts: 'id office_id kind title body reason_code retired_at updated_at',
  },
  {
    table: 'partner',
    class: 'kept',
    because: 'systems, not people',
    texts: 'id name office_id scopes secret_sealed created_at',
  },
  {
    table: 'office',
    class: 'kept',
    because: 'of the office',
    texts: 'id code name phone postal address prefecture',
  },
  {
    table: 'office_calendar_day',
    class: 'kept',
    because: 'of the office',
    texts: 'office_id date kind reason service',
  },
  {
    table: 'staff',
    class: 'kept',
    because: 'who decided stays known',
    texts: 'id office_id name role login_name password_hash',
  },
  { table: 'staff_preference', class: 'kept', because: 'of the staff', texts: 'staff_id' },
  { table: 'posting_number', class: 'kept', because: 'no number is given twice', texts: 'office_id' },
  { table: 'referral_number', class: 'kept', because: 'no number is given twice', texts: 'office_id' },
  { table: 'job_seeker_number', class: 'kept', because: 'no number is given twice', texts: 'office_id' },
  { table: 'message_number', class: 'kept', because: 'no number is given twice', texts: '' },
];

/** Tables that rows of a MyPage are taken out of or emptied in, in order. */
export const withMypage = erasureMap.filter(
  (entry): entry is TableErasure & Required<Pick<TableErasure, 'by'>> => entry.by !== undefined,
);
