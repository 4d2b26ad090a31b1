import { establishmentForm } from '#app/forms/establishment.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { cardText, correctionText, searchText } from '#app/text/staff/establishment.ts';
import { checkText, noteText } from '#app/text/staff/reviewDesk.ts';
import { whyText } from '#app/text/staff/rules.ts';
import { versionsText } from '#app/text/staff/versions.ts';
import { establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { AccountTable } from '../account/AccountTable.tsx';
import { MypageState } from '../account/MypageState.tsx';
import { AddedChecks } from '../check/AddedChecks.tsx';
import { MergeNotes } from '../merge/MergeNotes.tsx';
import { NoteList } from '../note/NoteList.tsx';
import { RecordTimeline } from '../review/RecordTimeline.tsx';
import { TransferredBanner } from '../transfer/TransferredBanner.tsx';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable, recordRows } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { CardActions } from './CardActions.tsx';
import { CardPostings } from './CardPostings.tsx';
import { CardStrip } from './CardStrip.tsx';
import { CardVisits } from './CardVisits.tsx';
import type { EstablishmentCardProps } from './card.ts';
import styles from './EstablishmentCard.module.css';
import { OpenChangeNote } from './OpenChangeNote.tsx';

/** Ids of the sections, in their order on the page: what a caller asks first comes first. */
const sections = ['pendingVisits', 'postings', 'accounts', 'visits', 'details', 'notes', 'timeline'] as const;

/** 事業所カード: one page to answer a phone call. */
export function EstablishmentCard(props: EstablishmentCardProps) {
  const { card, notes, checks, openComplaints, today, openDays, mypage, transfer, merges, may } = props;
  const { establishment, accounts, postings, visits, timeline } = card;
  const { name, number, state, details } = establishment;
  // What has moved away or was merged is only read.
  const active = state === 'registered' || state === 'provisional';
  const pending = postings
    .filter((posting) => posting.state === 'awaiting_visit')
    .toSorted((a, b) => ((a.dueDate ?? '9999') < (b.dueDate ?? '9999') ? -1 : 1));
  return (
    <>
      <PageTitle
        title={name}
        trail={[{ to: paths.staff.establishments(), label: searchText.title }]}
        over={`${cardText.kind} ${number ?? cardText.noNumber}`}
      >
        <StatusBadge mark={establishmentMarks[state]} />
      </PageTitle>
      {transfer === null ? null : <TransferredBanner transfer={transfer} />}
      <MergeNotes {...merges} />
      {state === 'provisional' ? <Banner kind="warning" title={cardText.provisional} /> : null}
      {openComplaints === 0 ? null : (
        <Banner kind="warning" title={employerRecordsText.banner(openComplaints)} />
      )}
      {card.openChange === null ? null : <OpenChangeNote open={card.openChange} />}
      <CardStrip card={card} due={pending[0]?.dueDate ?? null} today={today} openDays={openDays} />
      <CardActions card={card} pending={pending[0]} may={may} />
      <p>
        <Link to={paths.staff.employerRecords(establishment.id)}>{employerRecordsText.open}</Link>
      </p>
      <AddedChecks checks={checks} today={today} openDays={openDays} settles={may.check} />
      <nav aria-label={cardText.contents}>
        <ul className={styles.contents}>
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{cardText[section]}</a>
            </li>
          ))}
        </ul>
      </nav>

      <section id="pendingVisits" className={styles.part}>
        <h2>{cardText.pendingVisits}</h2>
        <CardPostings
          caption={cardText.pendingVisits}
          postings={pending}
          empty={cardText.pendingVisitsEmpty}
          today={today}
          openDays={openDays}
        />
      </section>
      <section id="postings" className={styles.part}>
        <h2>{cardText.postings}</h2>
        <CardPostings
          caption={cardText.postings}
          postings={postings}
          empty={cardText.postingsEmpty}
          today={today}
          openDays={openDays}
        />
      </section>
      <section id="accounts" className={styles.part}>
        <h2>{cardText.accounts}</h2>
        <MypageState establishmentId={establishment.id} state={mypage} may={may} />
        <AccountTable
          accounts={accounts}
          prints={may.print}
          helpFor={may.help ? establishment.id : null}
          empty={cardText.accountsEmpty}
        />
        {accounts.length === 0 ? null : (
          <p>
            <Link to={paths.staff.establishmentWhy(establishment.id)}>{whyText.establishmentOpen}</Link>
          </p>
        )}
      </section>
      <section id="visits" className={styles.part}>
        <h2>{cardText.visits}</h2>
        <CardVisits visits={visits} />
      </section>
      <section id="details" className={styles.details}>
        <h2>{cardText.details}</h2>
        <ButtonRow>
          {state === 'registered' && may.correct ? (
            <ButtonLink to={paths.staff.establishmentEdit(establishment.id)}>
              {correctionText.link}
            </ButtonLink>
          ) : null}
          <ButtonLink to={paths.staff.establishmentVersions(establishment.id)} kind="quiet">
            {versionsText.open}
          </ButtonLink>
        </ButtonRow>
        {establishmentForm.sections.map((section) => (
          <DefinitionTable
            key={section.id}
            caption={section.title}
            rows={recordRows(section, details, { filledOnly: true })}
          />
        ))}
      </section>
      <section id="notes" className={styles.part}>
        <h2>{cardText.notes}</h2>
        <NoteList notes={notes} writes={may.note} linked />
        <ButtonRow>
          {active && may.note ? (
            <ButtonLink to={paths.staff.establishmentNote(establishment.id)}>{noteText.add}</ButtonLink>
          ) : null}
          {active && may.check ? (
            <ButtonLink to={paths.staff.establishmentCheck(establishment.id)}>{checkText.add}</ButtonLink>
          ) : null}
        </ButtonRow>
      </section>
      <section id="timeline" className={styles.part}>
        <h2>{cardText.timeline}</h2>
        <RecordTimeline entries={timeline} empty={cardText.timelineEmpty} />
      </section>
    </>
  );
}
