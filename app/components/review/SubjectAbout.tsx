import { searchText } from '#app/text/staff/establishment.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Review.module.css';

/** What a メモ or an added 確認 is about: a posting, or its establishment alone. */
export type ShownSubject = {
  establishment: { id: string; name: string };
  posting: { id: string; jobTitle: string | null } | null;
};

const jobTitleOf = (posting: NonNullable<ShownSubject['posting']>): string =>
  posting.jobTitle ?? reviewText.untitled;

/** The page of the subject, where a form about it leads back to. */
export const subjectPath = ({ establishment, posting }: ShownSubject): string =>
  posting === null ? paths.staff.establishment(establishment.id) : paths.staff.review(posting.id);

export const subjectTrail = (subject: ShownSubject) =>
  subject.posting === null
    ? [
        { to: paths.staff.establishments(), label: searchText.title },
        { to: subjectPath(subject), label: subject.establishment.name },
      ]
    : [
        { to: paths.staff.reviews(), label: reviewText.trail },
        { to: subjectPath(subject), label: jobTitleOf(subject.posting) },
      ];

export const subjectCancel = (subject: ShownSubject) => ({
  to: subjectPath(subject),
  label: subject.posting === null ? checkText.backToEstablishment : decisionText.back,
});

export function SubjectAbout({ subject }: { subject: ShownSubject }) {
  const { posting, establishment } = subject;
  return (
    <section className={styles.about}>
      <h2>{checkText.about}</h2>
      <p>
        {posting === null ? null : (
          <>
            <Link to={subjectPath(subject)}>{jobTitleOf(posting)}</Link>
            {'　'}
          </>
        )}
        <Link to={paths.staff.establishment(establishment.id)}>{establishment.name}</Link>
      </p>
    </section>
  );
}
