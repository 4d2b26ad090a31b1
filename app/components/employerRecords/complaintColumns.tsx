import type { ComplaintTopic, MismatchComplaint } from '#app/domain/mismatchComplaint.ts';
import { outcomeWords, topicWords } from '#app/forms/employerRecords.ts';
import { longDate } from '#app/text/format.ts';
import { employerRecordsText as text } from '#app/text/staff/employerRecords.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import type { Column } from '../ui/PlainTable.tsx';

export type ComplaintRow = Pick<
  MismatchComplaint,
  'id' | 'postingId' | 'receivedOn' | 'topics' | 'description' | 'holdsReferrals' | 'settled'
> & {
  establishmentId: string;
  establishmentName: string;
  jobTitle: string | null;
  postingNumber: string | null;
};

export const postingName = ({ jobTitle, postingNumber }: Pick<ComplaintRow, 'jobTitle' | 'postingNumber'>) =>
  `${jobTitle ?? text.untitled} ${postingNumber ?? ''}`.trim();

/** 「賃金、就業時間・休日」 */
export const topicList = (topics: readonly ComplaintTopic[]): string =>
  topics.map((topic) => topicWords[topic]).join('、');

const stateOf = ({ settled, holdsReferrals }: ComplaintRow): string => {
  if (settled !== null) return `${outcomeWords[settled.outcome]}（${longDate(settled.on)}）`;
  return holdsReferrals ? `${text.openState}・${text.held}` : text.openState;
};

function Acts({ id, postingId, holdsReferrals }: ComplaintRow) {
  return (
    <>
      <Link to={paths.staff.complaintSettle(id)}>{text.settle}</Link>
      {postingId === null ? null : (
        <>
          {' '}
          <Link to={paths.staff.complaintHold(id)}>{holdsReferrals ? text.unhold : text.hold}</Link>
        </>
      )}
    </>
  );
}

/** The columns of a list of complaints; `acts` for those who may handle them. */
export const complaintColumns = (acts: boolean): readonly Column<ComplaintRow>[] => [
  {
    key: 'receivedOn',
    label: text.columns.receivedOn,
    heading: true,
    cell: ({ receivedOn }) => <time dateTime={receivedOn}>{longDate(receivedOn)}</time>,
  },
  {
    key: 'posting',
    label: text.columns.posting,
    cell: (row) =>
      row.postingId === null ? (
        text.noPosting
      ) : (
        <Link to={paths.staff.review(row.postingId)}>{postingName(row)}</Link>
      ),
  },
  { key: 'topics', label: text.columns.topics, cell: ({ topics }) => topicList(topics) },
  { key: 'description', label: text.columns.description, cell: ({ description }) => description },
  { key: 'state', label: text.columns.state, cell: stateOf },
  ...(acts
    ? [
        {
          key: 'act',
          label: text.columns.act,
          cell: (row: ComplaintRow) => (row.settled === null ? <Acts {...row} /> : null),
        },
      ]
    : []),
];
