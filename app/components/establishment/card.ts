import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { PostingState } from '#app/domain/posting.ts';
import type { AccountRow } from '../account/AccountTable.tsx';
import type { MypageStateProps } from '../account/MypageState.tsx';
import type { ShownCheck } from '../check/AddedChecks.tsx';
import type { Merges } from '../merge/MergeNotes.tsx';
import type { ShownNotes } from '../note/NoteList.tsx';
import type { TimelineEntry } from '../review/RecordTimeline.tsx';
import type { TransferRow } from '../transfer/TransfersPage.tsx';
import type { OpenChange } from './OpenChangeNote.tsx';

export type CardPosting = {
  id: string;
  state: PostingState;
  number: string | null;
  jobTitle: string | null;
  appliedOn: CalendarDate | null;
  dueDate: CalendarDate | null;
  validUntil: CalendarDate | null;
};

export type Card = {
  establishment: Establishment;
  accounts: readonly AccountRow[];
  postings: readonly CardPosting[];
  visits: readonly { id: string; visitedOn: CalendarDate; by: string; postings: number; late: boolean }[];
  images: { published: number; waiting: number };
  openChange: OpenChange | null;
  results: { unregistered: number; restrictionId: string | null };
  timeline: readonly TimelineEntry[];
};

export type EstablishmentCardProps = {
  card: Card;
  /** 相違の申出 not settled yet. */
  openComplaints: number;
  today: CalendarDate;
  openDays: Readonly<Record<CalendarDate, number>>;
  /** メモ on it and its postings, and the checks of its own that staff added. */
  notes: ShownNotes;
  checks: readonly ShownCheck[];
  /** 移管 to another office. */
  transfer: TransferRow | null;
  /** 統合 into another record, and of others into this one. */
  merges: Merges;
  /** What closes the MyPage. */
  mypage: MypageStateProps['state'];
  may: {
    registerEmail: boolean;
    complete: boolean;
    correct: boolean;
    visit: boolean;
    print: boolean;
    help: boolean;
    suspend: boolean;
    note: boolean;
    check: boolean;
    assist: boolean;
    transfer: boolean;
    compare: boolean;
  };
};
