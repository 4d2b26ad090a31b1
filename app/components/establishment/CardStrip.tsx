import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { type PostingState, stateGroups } from '#app/domain/posting.ts';
import { phone } from '#app/text/format.ts';
import { cardText } from '#app/text/staff/establishment.ts';
import { imageReviewText } from '#app/text/staff/images.ts';
import { accountMarks, restrictionMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { accountMarkOf } from '../account/AccountTable.tsx';
import { DueDate } from '../ui/DueDate.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import type { Card, EstablishmentCardProps } from './card.ts';
import styles from './EstablishmentCard.module.css';

type StripProps = { card: Card; due: CalendarDate | null } & Pick<
  EstablishmentCardProps,
  'today' | 'openDays'
>;

/** What a caller asks first, and whom to call back. */
export function CardStrip({
  card: { establishment, accounts, postings, images, results },
  due,
  today,
  openDays,
}: StripProps) {
  const contact = formatContact(establishment);
  const account = accounts.find((one) => one.state === 'active') ?? accounts[0];
  const countIn = (states: readonly PostingState[]): string =>
    cardText.count(postings.filter((posting) => states.includes(posting.state)).length);
  return (
    <dl className={styles.strip} aria-label={cardText.strip}>
      <div>
        <dt>{cardText.mypage}</dt>
        <dd>
          <StatusBadge mark={account === undefined ? accountMarks.none : accountMarkOf(account)} />
        </dd>
      </div>
      <div>
        <dt>{cardText.validPostings}</dt>
        <dd>{countIn(stateGroups.valid)}</dd>
      </div>
      <div>
        <dt>{cardText.appliedPostings}</dt>
        <dd>{countIn(stateGroups.applied)}</dd>
      </div>
      <div>
        <dt>{cardText.nextDue}</dt>
        <dd>
          {due === null ? (
            cardText.noDue
          ) : (
            <DueDate date={due} today={today} openDaysLeft={openDays[due] ?? 0} />
          )}
        </dd>
      </div>
      <div>
        <dt>{imageReviewText.cardTitle}</dt>
        <dd>
          <Link to={paths.staff.reviewImages(establishment.id)}>
            {imageReviewText.cardLink(images.published, images.waiting)}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{cardText.results}</dt>
        <dd>
          {results.unregistered === 0 ? (
            cardText.count(0)
          ) : (
            <Link to={paths.print.unregistered(establishment.id)}>
              {cardText.count(results.unregistered)}
            </Link>
          )}
        </dd>
      </div>
      {results.restrictionId === null ? null : (
        <div>
          <dt>{cardText.restriction}</dt>
          <dd>
            <Link to={paths.staff.restriction(results.restrictionId)}>
              <StatusBadge mark={restrictionMarks.open} />
            </Link>
          </dd>
        </div>
      )}
      <div>
        <dt>{cardText.phone}</dt>
        <dd className="numeric">{phone(establishment.phone)}</dd>
      </div>
      {contact === '' ? null : (
        <div>
          <dt>{cardText.contact}</dt>
          <dd>{contact}</dd>
        </div>
      )}
    </dl>
  );
}

/** 「総務課　見本 担当」 */
const formatContact = ({ details }: Establishment): string =>
  [details.contact_department, details.contact_name].filter((word) => typeof word === 'string').join('　');
