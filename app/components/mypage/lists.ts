import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeKind } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import type { PostingState } from '#app/domain/posting.ts';
import type { DueDateBasis, Feature } from '#app/domain/verdict.ts';

/** One posting of the employer, as the home screen lists it. */
export type PostingLine = {
  id: string;
  state: PostingState;
  jobTitle: string | null;
  number: string | null;
  stepsDone: number;
  appliedOn: CalendarDate | null;
  acceptedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  invalidatedOn: CalendarDate | null;
  dueDate: CalendarDate | null;
  dueDateBasis: DueDateBasis | null;
  returned: { message: string; at: Instant } | null;
  updatedAt: Instant;
};

/** What the counter has sent back beside postings: change requests, and how many images. */
export type SentBack = {
  returnedChanges: readonly {
    id: string;
    kind: ChangeKind;
    jobTitle: string | null;
    message: string | null;
  }[];
  rejectedImages: { returned: number; hidden: number };
};

/** How many results of applicants are missing (db/queries/applicants.ts). */
export type MissingResults = {
  /** To be registered in the MyPage, because the posting is valid. */
  here: number;
  /** To be told to the office. */
  atOffice: number;
  noticed: number;
  /** Counts towards a 利用制限. */
  overdue: number;
};

/** Something the employer has to do, the most urgent first. */
export type NextThing =
  | { kind: 'establishment-missing' }
  | { kind: 'visit'; posting: PostingLine; dueDate: CalendarDate }
  | { kind: 'returned'; posting: PostingLine; message: string }
  | { kind: 'change-returned'; change: SentBack['returnedChanges'][number] }
  | { kind: 'results-missing'; missing: MissingResults }
  | { kind: 'results-to-tell'; count: number }
  | { kind: 'images-rejected'; images: SentBack['rejectedImages'] }
  /** `withVisit`: a posting asks for a visit anyway, at which this is done too. */
  | { kind: 'registration-open'; withVisit: boolean }
  | { kind: 'draft'; posting: PostingLine }
  | { kind: 'first-posting' };

/** A list of the home screen: its first rows, the next deadline first, and how many there are in all. */
export type HomeList = { rows: readonly PostingLine[]; total: number };

/** The three lists of the leaflet's home screen, and the drafts. */
export type HomeLists = Readonly<Record<'valid' | 'applied' | 'ended' | 'drafts', HomeList>>;

/** The next day that counts: a visit to make, or the last day of a posting. */
export function nextDeadline({ applied, valid }: Pick<HomeLists, 'applied' | 'valid'>): {
  day: CalendarDate;
  kind: 'visit' | 'validity';
  posting: PostingLine;
} | null {
  const days = [
    ...applied.rows.flatMap((posting) =>
      posting.dueDate === null ? [] : [{ day: posting.dueDate, kind: 'visit' as const, posting }],
    ),
    ...valid.rows.flatMap((posting) =>
      posting.validUntil === null ? [] : [{ day: posting.validUntil, kind: 'validity' as const, posting }],
    ),
  ];
  return days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0] ?? null;
}

/** Parts of applying; they wait while 求人の申込み is closed. */
const applying: readonly NextThing['kind'][] = ['draft', 'first-posting'];

const noneMissing: MissingResults = { here: 0, atOffice: 0, noticed: 0, overdue: 0 };

/** Where 応募者管理 is closed, or the posting not valid any more, results are told to the office. */
function resultsToGive(missing: MissingResults, deny: readonly Feature[]): NextThing[] {
  const here = deny.includes('applicants') ? 0 : missing.here;
  const atOffice = missing.here + missing.atOffice - here;
  return [
    ...(here > 0 ? [{ kind: 'results-missing' as const, missing }] : []),
    ...(atOffice > 0 ? [{ kind: 'results-to-tell' as const, count: atOffice }] : []),
  ];
}

const nothingBack: SentBack = { returnedChanges: [], rejectedImages: { returned: 0, hidden: 0 } };

/** 次にすること; `deny` are the features that are closed. */
export function nextThings(
  establishment: { state: EstablishmentState } | null,
  { valid, applied, ended, drafts: drafted }: HomeLists,
  deny: readonly Feature[] = [],
  { returnedChanges, rejectedImages }: SentBack = nothingBack,
  missing: MissingResults = noneMissing,
): NextThing[] {
  if (establishment === null) return [{ kind: 'establishment-missing' }];
  const byDueDate = (a: { dueDate: CalendarDate }, b: { dueDate: CalendarDate }) =>
    a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0;
  const visits = applied.rows.flatMap((posting) =>
    posting.state === 'awaiting_visit' && posting.dueDate !== null
      ? [{ kind: 'visit' as const, posting, dueDate: posting.dueDate }]
      : [],
  );
  const returned = applied.rows.flatMap((posting) =>
    posting.returned === null
      ? []
      : [{ kind: 'returned' as const, posting, message: posting.returned.message }],
  );
  const drafts = drafted.rows.map((posting) => ({ kind: 'draft' as const, posting }));
  const none = [valid, applied, ended, drafted].every(({ total }) => total === 0);
  const things: NextThing[] = [
    ...visits.toSorted(byDueDate),
    ...resultsToGive(missing, deny),
    ...returned,
    ...returnedChanges.map((change) => ({ kind: 'change-returned' as const, change })),
    ...(rejectedImages.returned + rejectedImages.hidden > 0
      ? [{ kind: 'images-rejected' as const, images: rejectedImages }]
      : []),
    ...(establishment.state === 'provisional'
      ? [{ kind: 'registration-open' as const, withVisit: visits.length > 0 }]
      : []),
    ...drafts,
    ...(none ? [{ kind: 'first-posting' as const }] : []),
  ];
  return deny.includes('posting-apply') ? things.filter(({ kind }) => !applying.includes(kind)) : things;
}
