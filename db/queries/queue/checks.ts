import { openChecks } from '../extraChecks.ts';
import type { QueueSource } from './source.ts';

/** 追加確認: what staff want looked at, of a posting in whatever state or of an establishment; due on the day they set. */
export const addedChecks: QueueSource[] = [
  {
    kind: 'check',
    waiting: openChecks,
    described: (rows) => rows.leftJoin('posting', 'posting.id', 'extra_check.posting_id'),
    columns: {
      id: 'extra_check.id',
      establishmentId: 'extra_check.establishment_id',
      postingId: 'extra_check.posting_id',
      state: "cast('open' as text)",
      dueKey: 'extra_check.due_on',
      since: 'extra_check.added_at',
      title: 'posting.job_title',
      number: 'posting.number',
      images: '0',
    },
  },
];
