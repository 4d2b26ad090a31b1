import type { Knex } from 'knex';
import type { Account } from '#app/domain/account.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { type Posting, type PostingReturn, stateGroups } from '#app/domain/posting.ts';
import type { PostingCopy } from '#app/domain/postingCopy.ts';
import { fromJson } from '../rows.ts';
import { accountStore } from '../stores/accounts.ts';
import { type Office, type OfficeDays, officeStore } from '../stores/offices.ts';
import { postingCopyStore } from '../stores/postingCopies.ts';
import { type PastApplication, postingStore } from '../stores/postings.ts';
import { establishmentOf } from './mypageEstablishment.ts';

/** One posting being filled in, with the records that decide whether a visit is needed. */
export type MypagePostingStep = {
  posting: Posting;
  establishment: Establishment;
  office: Office;
  /** What the clerk asked to be corrected, while it is not answered. */
  returned: Pick<PostingReturn, 'reasons' | 'fields' | 'message' | 'returnedAt'> | null;
  /** What it was copied from, where it was. */
  copy: PostingCopy | null;
  visitRecords: {
    history: readonly PastApplication[];
    openedBy: Account['openedBy'] | 'none';
    officeDays: OfficeDays;
  };
};

async function openReturn(knex: Knex, postingId: string): Promise<MypagePostingStep['returned']> {
  const row = await knex('posting_return')
    .where({ posting_id: postingId })
    .whereNull('answered_at')
    .whereNull('withdrawn_at')
    .orderBy('returned_at', 'desc')
    .first('reasons', 'fields', 'message', 'returned_at');
  return row
    ? {
        reasons: fromJson(row.reasons),
        fields: fromJson(row.fields),
        message: row.message,
        returnedAt: row.returned_at,
      }
    : null;
}

/** A posting the employer may edit (draft or returned); undefined when it is neither, or outside the actor's reach. */
export async function mypagePostingStep(
  knex: Knex,
  actor: EmployerActor,
  id: string,
): Promise<MypagePostingStep | undefined> {
  const posting = await postingStore(knex).find(scopeOf(actor), id);
  const editable: readonly string[] = stateGroups.editable;
  if (!posting || !editable.includes(posting.state)) return undefined;
  const establishment = await establishmentOf(knex, actor);
  const office = await officeStore(knex).find(posting.officeId);
  if (!establishment || !office) return undefined;
  const account = posting.accountId === null ? undefined : await accountStore(knex).find(posting.accountId);
  return {
    posting,
    establishment,
    office,
    returned: posting.state === 'returned' ? await openReturn(knex, id) : null,
    copy: (await postingCopyStore(knex).find(id)) ?? null,
    visitRecords: {
      history: await postingStore(knex).history(posting.establishmentId, posting.id),
      openedBy: account?.openedBy ?? 'none',
      officeDays: await officeStore(knex).daysOf(posting.officeId),
    },
  };
}
