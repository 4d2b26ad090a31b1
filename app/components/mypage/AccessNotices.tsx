import { Banner } from '#app/components/ui/Banner.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Reason, Verdict } from '#app/domain/verdict.ts';
import { phone } from '#app/text/format.ts';
import { accessText } from '#app/text/mypage/access.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import type { OfficeContact } from './OfficeAddress.tsx';

/** What is closed on a MyPage and why, since when, and the office to call; null before there is an establishment. */
export type Access = {
  verdict: Verdict;
  restrictedSince: CalendarDate | null;
  suspendedSince: CalendarDate | null;
  office: OfficeContact | null;
};

type Notice = { reason: Reason; title: string };

/** A reason that the office has set and the office lifts; told by the facts the reason has seen. */
const noticeOf = (reason: Reason, { restrictedSince, suspendedSince }: Access): Notice[] => {
  if (reason.facts['mypage.suspended'] === true)
    return [{ reason, title: accessText.suspended(suspendedSince) }];
  if (reason.facts['mypage.restricted'] === true)
    return [{ reason, title: accessText.restricted(restrictedSince) }];
  return [];
};

/** One banner for each reason the office has set: what stops, since when, whom to call. */
export function AccessNotices({ access }: { access: Access }) {
  return access.verdict.reasons
    .flatMap((reason) => noticeOf(reason, access))
    .map(({ reason, title }) => (
      <Banner key={reason.rule} kind="warning" title={title}>
        <p>{reason.message}</p>
        {mayCure(reason, access) ? (
          <p>
            <Link to={paths.mypage.applicants()}>{accessText.cure}</Link>
          </p>
        ) : null}
        <Contact office={access.office} />
      </Banner>
    ));
}

/** The other reasons, in plain sentences: what comes and goes with the employer's own postings is no alarm. */
export const quietReasons = (access: Access): string[] =>
  access.verdict.reasons
    .filter((reason) => noticeOf(reason, access).length === 0)
    .map(({ message }) => message);

/** A restriction comes from missing results, and registering them stays open. */
const mayCure = ({ facts }: Reason, { verdict }: Access): boolean =>
  facts['mypage.restricted'] === true && !verdict.deny?.includes('applicants');

function Contact({ office }: Pick<Access, 'office'>) {
  if (office === null) return null;
  return (
    <p>
      {accessText.contact}：{office.name}（<a href={`tel:${office.phone}`}>{phone(office.phone)}</a>）
    </p>
  );
}
