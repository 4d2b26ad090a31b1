import type { Knex } from 'knex';
import type { Account } from '#app/domain/account.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Image } from '#app/domain/image.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import { fromJson } from '../rows.ts';
import { changeRequestFrom } from '../stores/changeRequests.ts';
import { imageStore } from '../stores/images.ts';
import { postingFrom } from '../stores/postings.ts';
import { inScope } from '../stores/scope.ts';
import { establishmentOf } from './mypageEstablishment.ts';
import { stateForEmployer } from './mypageState.ts';

/** Everything kept about an employer's establishment that is the employer's own to have; nothing of the staff. */
export type MypageData = {
  establishment: Establishment | null;
  accounts: readonly Pick<Account, 'email' | 'state' | 'openedOn' | 'createdAt'>[];
  postings: readonly Posting[];
  /** 差戻し of these postings, in the clerk's words to the employer. */
  returns: readonly { postingId: string; fields: readonly string[]; message: string | null; at: Instant }[];
  requests: readonly ChangeRequest[];
  images: readonly Image[];
  mails: readonly { email: string; kind: string; sentAt: Instant }[];
};

export async function mypageData(knex: Knex, actor: EmployerActor): Promise<MypageData> {
  const ownAccounts = () =>
    knex('account').where(
      actor.establishmentId === null ? { id: actor.accountId } : { establishment_id: actor.establishmentId },
    );
  const ownPostings = () => knex('posting').where(inScope(scopeOf(actor)));
  const accounts = await ownAccounts()
    .orderBy(['created_at', 'id'])
    .select('email', 'state', 'opened_on', 'created_at');
  const postings = await ownPostings().orderBy(['created_at', 'id']);
  const returns = await knex('posting_return')
    .whereIn('posting_id', ownPostings().select('id'))
    .whereNull('withdrawn_at')
    .orderBy('returned_at')
    .select('posting_id', 'fields', 'message', 'returned_at');
  const requests = await knex('change_request')
    .where(inScope(scopeOf(actor)))
    .orderBy(['created_at', 'id']);
  const mails = await knex('sent_mail')
    .join('account', 'account.id', 'sent_mail.account_id')
    .whereIn('sent_mail.account_id', ownAccounts().select('id'))
    .orderBy(['sent_at', 'sent_mail.id'])
    .select('account.email', 'kind', 'sent_at');
  return {
    establishment: (await establishmentOf(knex, actor)) ?? null,
    accounts: accounts.map((row) => ({
      email: row.email,
      state: row.state,
      openedOn: row.opened_on,
      createdAt: row.created_at,
    })),
    postings: postings.map(postingFrom).map((posting) => ({
      ...posting,
      state: stateForEmployer(posting.state),
    })),
    returns: returns.map((row) => ({
      postingId: row.posting_id,
      fields: fromJson(row.fields),
      message: row.message,
      at: row.returned_at,
    })),
    requests: requests.map(changeRequestFrom),
    images: await imageStore(knex).of(actor.establishmentId ?? ''),
    mails: mails.map((row) => ({ email: row.email, kind: row.kind, sentAt: row.sent_at })),
  };
}
