import type { CalendarDate } from '#app/domain/calendar.ts';
import { ageOf, type ReferralAges, type ReferralState } from '#app/domain/referral.ts';
import { common } from '#app/text/common.ts';
import { shortDate } from '#app/text/format.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { type Mark, referralAgeMarks, referralMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Column, PlainTable, type PlainTableProps } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './ReferralTable.module.css';

export type ReferralRow = {
  id: string;
  number: string;
  state: ReferralState;
  referredOn: CalendarDate;
  noticeSentOn: CalendarDate | null;
  seekerName: string;
  jobTitle: string | null;
  postingNumber: string | null;
  /** null where the employer was erased: then there is no page of the referral either. */
  establishmentName: string | null;
};

/** The result, or how old the missing one is. */
export const markOf = (
  referral: Pick<ReferralRow, 'state' | 'referredOn' | 'noticeSentOn'>,
  ages: ReferralAges,
): Mark =>
  referral.state === 'referred'
    ? referralAgeMarks[ageOf(referral, ages)](ages)
    : referralMarks[referral.state];

export type ReferralTableProps = Pick<
  PlainTableProps<ReferralRow>,
  'caption' | 'captionHidden' | 'rows' | 'empty'
> & {
  ages: ReferralAges;
  /** A column that the page around says already. */
  without?: 'seeker' | 'establishment';
  /** On paper nothing leads anywhere. */
  onPaper?: true;
};

/** Referrals with their ageing. */
export function ReferralTable({ ages, without, onPaper, ...table }: ReferralTableProps) {
  const columns: Column<ReferralRow>[] = [
    {
      key: 'referred',
      label: text.referred,
      cell: ({ referredOn }) => (
        <time dateTime={referredOn} className={styles.whole}>
          {shortDate(referredOn)}
        </time>
      ),
    },
    {
      key: 'number',
      label: text.number,
      heading: true,
      cell: ({ id, number, establishmentName }) => (
        <span className={styles.whole}>
          {onPaper || establishmentName === null ? (
            number
          ) : (
            <Link to={paths.staff.referral(id)}>{number}</Link>
          )}
        </span>
      ),
    },
    {
      key: 'seeker',
      label: text.seeker,
      cell: ({ seekerName }) => <span className={styles.whole}>{seekerName}</span>,
    },
    {
      key: 'posting',
      label: text.posting,
      cell: ({ jobTitle, postingNumber, establishmentName }) =>
        establishmentName === null ? null : (
          <span>
            {jobTitle ?? referralsText.untitled} <span className={styles.whole}>{postingNumber}</span>
          </span>
        ),
    },
    {
      key: 'establishment',
      label: text.establishment,
      cell: ({ establishmentName }) => establishmentName ?? common.erasedEmployer,
    },
    {
      key: 'state',
      label: text.state,
      cell: (row) => (onPaper ? markOf(row, ages).word : <StatusBadge mark={markOf(row, ages)} />),
    },
  ];
  return (
    <PlainTable {...table} rowKey={(row) => row.id} columns={columns.filter(({ key }) => key !== without)} />
  );
}

const text = referralsText.columns;
