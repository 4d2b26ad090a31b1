/**
 * 審査キュー: everything that waits for the counter is an item of one queue. Kinds in the order of the tabs: 新規, 変更,
 * 募集停止, 延長, 事業所, 画像, 追加確認, 本登録待ち, 退会.
 */
export const queueKinds = [
  'new',
  'content',
  'stop',
  'extension',
  'establishment',
  'image',
  'check',
  'visit',
  'withdrawal',
] as const;
export type QueueKind = (typeof queueKinds)[number];

/**
 * Which item: the id of a posting, of a change request, of a check that staff added, of an account; for images that of
 * their establishment.
 */
export type QueueItem = { kind: QueueKind; id: string };

/** The same with what is needed to open it: a check is looked at where its posting or its establishment is. */
export type QueuePlace = QueueItem & { establishmentId: string; postingId: string | null };

/** What somebody can be made 担当 of. */
export const assignableTypes = ['posting', 'change_request', 'images'] as const;
export type AssignableType = (typeof assignableTypes)[number];
export type AssignableItem = { type: AssignableType; id: string };

/** What an item is a record of, for its 担当; null where it has none: staff add a check for whoever comes to it, and 退会 waits for its day. */
export const typeOfKind: Readonly<Record<QueueKind, AssignableType | null>> = {
  new: 'posting',
  content: 'change_request',
  stop: 'change_request',
  extension: 'change_request',
  establishment: 'change_request',
  image: 'images',
  check: null,
  visit: 'posting',
  withdrawal: null,
};

/** 担当: the member of staff an item was given to; it stays theirs until it is given to somebody else. */
export type ReviewAssignment = AssignableItem & { staffId: string; assignedBy: string; assignedAt: string };

/** How many rows may be begun or assigned at once. A figure of the house (ux.md §4.1). */
export const bulkLimit = 20;
