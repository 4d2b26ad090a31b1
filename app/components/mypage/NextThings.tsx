import { continuePath } from '#app/components/steps/stepFields.ts';
import { ButtonLink } from '#app/components/ui/Buttons.tsx';
import { type CalendarDate, daysBetween } from '#app/domain/calendar.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { common } from '#app/text/common.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { paths } from '#app/web/paths.ts';
import styles from './Card.module.css';
import { dueBasisText } from './dueBasis.ts';
import type { NextThing } from './lists.ts';
import { OfficeAddress, type OfficeContact } from './OfficeAddress.tsx';

const text = homeText.next;

/** More would hide the lists below. */
const MOST_CARDS = 6;

type NextThingsProps = { things: readonly NextThing[]; office: OfficeContact | null; today: CalendarDate };

/** 次にすること: what the employer has to do now, each with the way to it. */
export function NextThings({ things, office, today }: NextThingsProps) {
  return (
    <section className={styles.things} aria-labelledby="next-things">
      <h2 id="next-things">{text.title}</h2>
      {things.length === 0 ? <p>{text.none}</p> : null}
      {things.slice(0, MOST_CARDS).map((thing) => (
        <Thing
          key={'posting' in thing ? thing.posting.id : 'change' in thing ? thing.change.id : thing.kind}
          thing={thing}
          office={office}
          today={today}
        />
      ))}
      {things.length > MOST_CARDS ? <p>{text.more(things.length - MOST_CARDS)}</p> : null}
    </section>
  );
}

function Thing({
  thing,
  office,
  today,
}: {
  thing: NextThing;
  office: OfficeContact | null;
  today: CalendarDate;
}) {
  switch (thing.kind) {
    case 'establishment-missing':
      return (
        <article className={styles.card} data-tone="attention">
          <h3>{text.establishmentMissing.title}</h3>
          <p>{text.establishmentMissing.about}</p>
          <ButtonLink to={paths.mypage.establishment()} kind="primary">
            {text.establishmentMissing.link}
          </ButtonLink>
        </article>
      );
    case 'visit': {
      const { posting, dueDate } = thing;
      const overdue = dueDate < today;
      return (
        <article className={styles.card} data-tone={overdue ? 'wrong' : 'attention'}>
          <h3>{overdue ? text.visit.overdue(dueDate) : text.visit.title(dueDate)}</h3>
          <p>
            {posting.jobTitle ?? common.untitledPosting}
            {overdue ? null : `　${text.visit.left(daysBetween(today, dueDate))}`}
          </p>
          {posting.dueDateBasis === null ? null : (
            <p>{text.visit.basis(dueBasisText(dueDate, posting.dueDateBasis))}</p>
          )}
          {office === null ? null : <OfficeAddress office={office} />}
          <ButtonLink to={paths.mypage.postingReceipt(posting.id)}>{text.visit.link}</ButtonLink>
        </article>
      );
    }
    case 'returned':
      return (
        <article className={styles.card} data-tone="wrong">
          <h3>{text.returned.title(thing.posting.jobTitle)}</h3>
          <p>{text.returned.by}：</p>
          <blockquote className={styles.quote}>{thing.message}</blockquote>
          <ButtonLink to={paths.mypage.posting(thing.posting.id)} kind="primary">
            {text.returned.link}
          </ButtonLink>
        </article>
      );
    case 'change-returned': {
      const { id, kind, jobTitle, message } = thing.change;
      return (
        <article className={styles.card} data-tone="wrong">
          <h3>{text.changeReturned.title(changeKindWords[kind], jobTitle)}</h3>
          {message === null ? null : (
            <>
              <p>{text.returned.by}：</p>
              <blockquote className={styles.quote}>{message}</blockquote>
            </>
          )}
          <ButtonLink to={paths.mypage.change(id)} kind="primary">
            {text.changeReturned.link}
          </ButtonLink>
        </article>
      );
    }
    case 'results-missing': {
      const { here, noticed, overdue } = thing.missing;
      return (
        <article className={styles.card} data-tone={overdue > 0 ? 'wrong' : 'attention'}>
          <h3>{text.resultsMissing.title(here)}</h3>
          {noticed + overdue === 0 ? null : <p>{text.resultsMissing.old(noticed, overdue)}</p>}
          <ButtonLink to={paths.mypage.applicants()} kind="primary">
            {text.resultsMissing.link}
          </ButtonLink>
        </article>
      );
    }
    case 'results-to-tell':
      return (
        <article className={styles.card} data-tone="attention">
          <h3>{text.resultsToTell.title(thing.count)}</h3>
          <p>{text.resultsToTell.about}</p>
          {office === null ? null : <OfficeAddress office={office} />}
        </article>
      );
    case 'images-rejected':
      return (
        <article className={styles.card} data-tone="wrong">
          <h3>{text.imagesRejected.title(thing.images)}</h3>
          <p>{text.imagesRejected.about}</p>
          <ButtonLink to={paths.mypage.images()}>{text.imagesRejected.link}</ButtonLink>
        </article>
      );
    case 'registration-open':
      return (
        <article className={styles.card}>
          <h3>{text.registrationOpen.title}</h3>
          {thing.withVisit ? (
            <p>{text.registrationOpen.withVisit}</p>
          ) : (
            <>
              <p>{text.registrationOpen.about(office?.name ?? '')}</p>
              {office === null ? null : <OfficeAddress office={office} />}
            </>
          )}
        </article>
      );
    case 'draft': {
      const { jobTitle, stepsDone } = thing.posting;
      const complete = stepsDone >= postingSteps.length;
      return (
        <article className={styles.card}>
          <h3>{complete ? text.draft.complete(jobTitle) : text.draft.title(jobTitle)}</h3>
          <ButtonLink to={continuePath(thing.posting)}>
            {complete ? text.draft.toConfirm : text.draft.link}
          </ButtonLink>
        </article>
      );
    }
    case 'first-posting':
      return (
        <article className={styles.card}>
          <h3>{text.first.title}</h3>
          <p>{text.first.about}</p>
          <ButtonLink to={paths.mypage.postingNew()} kind="primary">
            {homeText.newPosting}
          </ButtonLink>
        </article>
      );
  }
}
