import type { ChangeKind } from '#app/domain/changeRequest.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../../stores/scope.ts';
import { noText, type QueueSource } from './source.ts';

/** 変更の申込み that wait for the counter. A 募集停止 is due on the day the posting is to end. */
export const submittedChanges = (kind: ChangeKind): QueueSource[] => [
  {
    kind,
    waiting: (knex, actor) =>
      knex('change_request')
        .where(
          inScope(scopeOf(actor), {
            office: 'change_request.office_id',
            establishment: 'change_request.establishment_id',
          }),
        )
        .where({ 'change_request.state': 'submitted', 'change_request.kind': kind }),
    described: (rows) => rows.leftJoin('posting', 'posting.id', 'change_request.posting_id'),
    columns: {
      id: 'change_request.id',
      establishmentId: 'change_request.establishment_id',
      postingId: noText,
      state: 'change_request.state',
      dueKey: "coalesce(change_request.stop_on, '9999-12-31')",
      since: 'change_request.waiting_since',
      title: 'posting.job_title',
      number: 'posting.number',
      images: '0',
    },
  },
];
