import { randomUUID } from 'node:crypto';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { removeAddress } from '#app/procedures/account/removeAddress.ts';
import { beginAssist } from '#app/procedures/assist/begin.ts';
import { receiveComplaint } from '#app/procedures/complaint/receive.ts';
import { addExtraCheck } from '#app/procedures/extraCheck/add.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { addNote } from '#app/procedures/staffNote/add.ts';
import { bitmap } from '#fixtures/pictures.ts';
import type { OpenDatabase } from './database.ts';
import { openThread } from './messages.ts';
import { heldFiles } from './uploads.ts';
import { granted, password } from './world.ts';

/** A word that stands in every free text of the MyPage and nowhere else. */
export const canary = 'カナリア色の見本';

/** Addresses that sign in, have signed in, were invited or taken away. */
const addresses = {
  own: 'a@example.co.jp',
  invited: 'invited@canary.example.jp',
  former: 'former@canary.example.jp',
  gone: 'gone@canary.example.jp',
};

/**
 * A MyPage with rows in every table of the erasure map that goes with one, beside another employer; what cannot be done
 * in a few acts is laid down at once.
 */
export async function fullMypage(open: OpenDatabase) {
  const thread = await openThread(open);
  const { office, employer, postingId, establishmentId } = thread;
  const { clerk, supervisor } = office.staff;
  const knex = office.database.writer;

  granted(await thread.trySend('面接の日時をご相談させてください。'));
  granted(await thread.tryReceive('よろしくお願いします。'));
  const request = granted(await thread.tryStop('2027-01-15'));
  granted(await office.perform(addNote, clerk, { establishmentId, postingId, text: `${canary}のメモ` }));
  granted(
    await office.perform(addExtraCheck, clerk, {
      establishmentId,
      postingId,
      reason: `${canary}の確認`,
      dueOn: '2026-12-01',
    }),
  );
  granted(
    await office.perform(receiveComplaint, clerk, {
      establishmentId,
      postingId,
      receivedOn: '2026-11-24',
      topics: ['pay'],
      description: `${canary}の申出`,
      holdsReferrals: false,
    }),
  );
  granted(
    await office.perform(beginAssist, clerk, {
      establishmentId,
      reason: `${canary}の案内`,
      caller: `${canary}子`,
    }),
  );
  const files = heldFiles(office, bitmap(40, 30));
  granted(await office.perform(uploadImages, employer, { establishmentId, purpose: 'workplace', files }));

  const invite = async (email: string) =>
    granted(await office.perform(inviteAddress, employer, { currentPassword: password, values: { email } }));
  await invite(addresses.gone);
  const addressId = await office.setUpPassword(addresses.gone, 'start');
  granted(await office.perform(removeAddress, employer, { addressId, currentPassword: password }));
  await invite(addresses.invited);
  await office.runner.runDue();

  const at = office.clock.now().toISOString();
  const ofPosting = { posting_id: postingId };
  const ofEstablishment = { establishment_id: establishmentId };
  const verdict = await knex('verdict').where({ subject_id: postingId }).first('id');
  const rows: Readonly<Record<string, Record<string, unknown>>> = {
    decision_draft: {
      ...ofPosting,
      staff_id: clerk.id,
      act: 'return',
      typed: JSON.stringify({ message: canary }),
      saved_at: at,
    },
    review_claim: { ...ofPosting, staff_id: clerk.id, begun_at: at, expires_at: at },
    review_hold: { ...ofPosting, reason: canary, until: '2026-12-01', placed_by: clerk.id, placed_at: at },
    hand_over_request: {
      ...ofPosting,
      asked_by: clerk.id,
      asked_of: supervisor.id,
      reason: canary,
      asked_at: at,
    },
    review_assignment: {
      item_type: 'posting',
      item_id: postingId,
      staff_id: clerk.id,
      assigned_by: clerk.id,
      assigned_at: at,
    },
    deadline_notice: { ...ofPosting, kind: 'validity', deadline: '2027-01-31', sent_on: '2027-01-20' },
    posting_copy: {
      ...ofPosting,
      source_id: postingId,
      carried: '{}',
      left_out: JSON.stringify([{ note: canary }]),
      copied_at: at,
    },
    posting_return: {
      id: randomUUID(),
      ...ofPosting,
      reasons: '[]',
      fields: '[]',
      message: canary,
      returned_by: clerk.id,
      returned_at: at,
    },
    posting_refusal: {
      id: randomUUID(),
      ...ofPosting,
      ground: 'unlawful',
      reason: canary,
      proposed_by: clerk.id,
      proposed_at: at,
    },
    posting_version: {
      id: randomUUID(),
      ...ofPosting,
      request_id: request.requestId,
      content: JSON.stringify({ note: canary }),
      replaced_at: at,
    },
    establishment_version: {
      id: randomUUID(),
      ...ofEstablishment,
      cause: 'correction',
      details: JSON.stringify({ establishment_name: canary }),
      reason: canary,
      replaced_by: clerk.id,
      replaced_at: at,
    },
    refusal_period: {
      id: randomUUID(),
      ...ofEstablishment,
      ground: 'repeated_violation',
      begins_on: '2026-01-01',
      recorded_by: supervisor.id,
      recorded_at: at,
      version: 1,
    },
    restriction: {
      id: randomUUID(),
      ...ofEstablishment,
      office_id: clerk.officeId,
      begun_on: '2026-11-24',
      verdict_id: verdict.id,
      released_on: '2026-11-24',
      released_by: clerk.id,
      release_reason: canary,
      spoken_to: canary,
    },
    suspension: {
      id: randomUUID(),
      ...ofEstablishment,
      office_id: clerk.officeId,
      begun_on: '2026-11-24',
      begun_by: supervisor.id,
      reason: canary,
      ended_on: '2026-11-24',
      ended_by: supervisor.id,
      end_reason: canary,
    },
    establishment_transfer: {
      id: randomUUID(),
      ...ofEstablishment,
      from_office_id: clerk.officeId,
      to_office_id: office.staff.neighbour.officeId,
      moved_on: '2026-11-24',
      reason: canary,
      name: canary,
      address: JSON.stringify({ address: canary }),
      recorded_by: supervisor.id,
      recorded_at: at,
    },
    legal_hold: {
      ...ofEstablishment,
      office_id: clerk.officeId,
      reason: canary,
      until: '2026-11-30',
      placed_by: supervisor.id,
      placed_at: at,
    },
    outbox_mail: {
      id: randomUUID(),
      message_id: randomUUID(),
      kind: 'mail.key',
      recipient: addresses.gone,
      subject: canary,
      body: canary,
      sent_at: at,
    },
    session: {
      id_hash: randomUUID(),
      audience: 'start',
      subject_id: null,
      data: JSON.stringify({ email: addresses.own }),
      created_at: at,
      seen_at: '2026-12-25T00:00:00.000Z',
    },
    idempotency: {
      key: randomUUID(),
      actor_id: employer.accountId,
      procedure: 'test',
      request_hash: 'x',
      response: JSON.stringify({ note: canary }),
      created_at: '2026-12-25T00:00:00.000Z',
    },
    key_request: {
      id: randomUUID(),
      email: addresses.own,
      purpose: 'forgot',
      requested_at: '2026-12-25T00:00:00.000Z',
    },
    former_email: {
      id: randomUUID(),
      account_id: employer.accountId,
      email: addresses.former,
      replaced_at: at,
      by: 'holder',
    },
  };
  for (const [table, row] of Object.entries(rows)) await knex(table).insert(row);

  // A second record of the same establishment that was merged into it.
  const kept = await knex('establishment').where({ id: establishmentId }).first();
  const merged = { ...kept, id: randomUUID(), state: 'merged', number: null, name: canary };
  await knex('establishment').insert(merged);
  await knex('establishment_merge').insert({
    merged_id: merged.id,
    kept_id: establishmentId,
    reason: canary,
    merged_by: clerk.id,
    merged_at: at,
  });
  const [one_id, other_id] = [merged.id, establishmentId].toSorted();
  await knex('establishment_distinct').insert({ one_id, other_id, told_by: clerk.id, told_at: at });
  await knex('referral')
    .where({ id: thread.referralId })
    .update({ interview_place: canary, contact_name: `${canary}子`, note: canary });
  const establishment = await office.stores.establishments.find({ kind: 'all' }, establishmentId);
  if (!establishment) throw new Error('No establishment.');
  const { name, phone, number, corporateNumber } = establishment;
  return {
    ...thread,
    /** What must be nowhere afterwards. */
    personal: [canary, name, phone, number, corporateNumber, ...Object.values(addresses)].filter(
      (value) => value !== null,
    ),
    imageId: files[0]?.id ?? '',
    invited: addresses.invited,
  };
}
