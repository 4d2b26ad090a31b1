import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../../stores/scope.ts';
import { noDue, noText, type QueueSource } from './source.ts';

/** 退会: accounts that were given up and wait for the day on which they are erased. */
export const withdrawnAccounts: QueueSource[] = [
  {
    kind: 'withdrawal',
    waiting: (knex, actor) =>
      knex('account')
        .whereNotNull('account.withdrawn_on')
        .whereExists(
          knex('establishment as home')
            .whereRaw('home.id = account.establishment_id')
            .where(inScope(scopeOf(actor), { office: 'home.office_id', establishment: 'home.id' })),
        ),
    columns: {
      id: 'account.id',
      establishmentId: 'account.establishment_id',
      postingId: noText,
      state: 'account.state',
      ...noDue,
      since: 'account.withdrawn_on',
      title: noText,
      number: noText,
      images: '0',
    },
  },
];
