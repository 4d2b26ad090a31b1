import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { type PostingState, stateGroups } from '#app/domain/posting.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { longDate, phone, shortDate } from '#app/text/format.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { cardText, correctionText, searchText } from '#app/text/staff/establishment.ts';
import { imageReviewText } from '#app/text/staff/images.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { checkText, noteText } from '#app/text/staff/reviewDesk.ts';
import { whyText } from '#app/text/staff/rules.ts';
import { transferText } from '#app/text/staff/transfer.ts';
import { versionsText } from '#app/text/staff/versions.ts';
import { accountMarks, establishmentMarks, postingMarks, restrictionMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link, useNavigate } from '#app/web/remix.ts';
import { type AccountRow, AccountTable, accountMarkOf } from '../account/AccountTable.tsx';
import { MypageState, type MypageStateProps } from '../account/MypageState.tsx';
import { AddedChecks, type ShownCheck } from '../check/AddedChecks.tsx';
import { NoteList, type ShownNotes } from '../note/NoteList.tsx';
import { RecordTimeline, type TimelineEntry } from '../review/RecordTimeline.tsx';
import { TransferredBanner } from '../transfer/TransferredBanner.tsx';
import type { TransferRow } from '../transfer/TransfersPage.tsx';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable, recordRows } from '../ui/DefinitionTable.tsx';
import { DueDate } from '../ui/DueDate.tsx';
import { fieldId } from '../ui/fieldMessages.ts';
import { leadingTo } from '../ui/focusState.ts';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './EstablishmentCard.module.css';
import { type OpenChange, OpenChangeNote } from './OpenChangeNote.tsx';

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
  };
};

/** Ids of the sections, in their order on the page: what a caller asks first comes first. */
const sections = ['pendingVisits', 'postings', 'accounts', 'visits', 'details', 'notes', 'timeline'] as const;

/** 事業所カード: one page to answer a phone call. */
export function EstablishmentCard(props: EstablishmentCardProps) {
  const { card, notes, checks, openComplaints, today, openDays, mypage, transfer, may } = props;
  const { establishment, accounts, postings, visits, timeline } = card;
  const { name, number, state, details } = establishment;
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
      {state === 'provisional' ? <Banner kind="warning" title={cardText.provisional} /> : null}
      {openComplaints === 0 ? null : (
        <Banner kind="warning" title={employerRecordsText.banner(openComplaints)} />
      )}
      {card.openChange === null ? null : <OpenChangeNote open={card.openChange} />}
      <StatusStrip card={card} due={pending[0]?.dueDate ?? null} today={today} openDays={openDays} />
      <Actions card={card} pending={pending[0]} may={may} />
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
        <PostingTable
          caption={cardText.pendingVisits}
          postings={pending}
          empty={cardText.pendingVisitsEmpty}
          today={today}
          openDays={openDays}
        />
      </section>
      <section id="postings" className={styles.part}>
        <h2>{cardText.postings}</h2>
        <PostingTable
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
        <PlainTable
          caption={cardText.visits}
          captionHidden
          rows={visits}
          rowKey={(visit) => visit.id}
          empty={<p>{cardText.visitsEmpty}</p>}
          columns={[
            {
              key: 'on',
              label: cardText.visitColumns.on,
              heading: true,
              cell: ({ visitedOn, late }) => `${longDate(visitedOn)}${late ? ` ${cardText.late}` : ''}`,
            },
            { key: 'by', label: cardText.visitColumns.by, cell: ({ by }) => by },
            {
              key: 'postings',
              label: cardText.visitColumns.postings,
              cell: (visit) => cardText.count(visit.postings),
            },
          ]}
        />
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
          {may.note ? (
            <ButtonLink to={paths.staff.establishmentNote(establishment.id)}>{noteText.add}</ButtonLink>
          ) : null}
          {may.check ? (
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

type StripProps = { card: Card; due: CalendarDate | null } & Pick<
  EstablishmentCardProps,
  'today' | 'openDays'
>;

/** What a caller asks first, and whom to call back. */
function StatusStrip({
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

type ActionsProps = { card: Card; pending: CardPosting | undefined; may: EstablishmentCardProps['may'] };

/** What can be done at the counter for this establishment now. */
function Actions({ card: { establishment, accounts }, pending, may }: ActionsProps) {
  const provisional = establishment.state === 'provisional';
  const registered = establishment.state === 'registered';
  const navigate = useNavigate();
  const visit =
    may.visit && establishment.state !== 'transferred_out' ? paths.staff.visit(establishment.id) : null;
  const email = registered && may.registerEmail ? paths.staff.account(establishment.id) : null;
  const go = (to: string | null, focus?: string) =>
    to === null ? undefined : () => void navigate(to, { state: leadingTo(focus) });
  useCommands(commandsOf('card', { email: go(email, fieldId('email')), visit: go(visit) }));
  const newest = accounts.findLast(({ openedBy }) => openedBy === 'counter');
  return (
    <ButtonRow>
      {provisional && may.complete ? (
        <ButtonLink to={paths.staff.registration(establishment.id)} kind="primary">
          {cardText.completeRegistration}
        </ButtonLink>
      ) : null}
      {visit === null ? null : (
        <ButtonLink
          to={visit}
          kind={pending === undefined ? 'secondary' : 'primary'}
          shortcut={keyTable.card.keys.visit[0]}
        >
          {cardText.registerVisit}
        </ButtonLink>
      )}
      {email === null ? null : (
        <ButtonLink
          to={email}
          shortcut={keyTable.card.keys.email[0]}
          kind={accounts.length === 0 && pending === undefined ? 'primary' : 'secondary'}
        >
          {cardText.registerEmail}
        </ButtonLink>
      )}
      {newest !== undefined && may.print ? (
        <ButtonLink
          to={paths.print.openingGuide(newest.id)}
          kind={newest.state === 'mail_registered' && pending === undefined ? 'primary' : 'secondary'}
        >
          {cardText.printGuide}
        </ButtonLink>
      ) : null}
      {registered && may.transfer ? (
        <ButtonLink to={paths.staff.establishmentTransfer(establishment.id)} kind="quiet">
          {transferText.link}
        </ButtonLink>
      ) : null}
      {may.assist ? (
        <ButtonLink to={paths.staff.assist(establishment.id)} kind="quiet">
          {assistText.title}
        </ButtonLink>
      ) : null}
    </ButtonRow>
  );
}

type PostingTableProps = {
  caption: string;
  postings: readonly CardPosting[];
  empty: string;
} & Pick<EstablishmentCardProps, 'today' | 'openDays'>;

function PostingTable({ caption, postings, empty, today, openDays }: PostingTableProps) {
  const { postingColumns } = cardText;
  return (
    <PlainTable
      caption={caption}
      captionHidden
      rows={postings}
      rowKey={(posting) => posting.id}
      empty={<p>{empty}</p>}
      columns={[
        {
          key: 'job',
          label: postingColumns.job,
          heading: true,
          cell: ({ id, jobTitle }) => <Link to={paths.staff.review(id)}>{jobTitle}</Link>,
        },
        {
          key: 'state',
          label: postingColumns.state,
          cell: ({ state }) => <StatusBadge mark={postingMarks[state]} />,
        },
        { key: 'number', label: postingColumns.number, cell: ({ number }) => number },
        {
          key: 'applied',
          label: postingColumns.applied,
          cell: ({ appliedOn }) => (appliedOn === null ? null : shortDate(appliedOn)),
        },
        {
          key: 'due',
          label: postingColumns.due,
          cell: ({ dueDate }) =>
            dueDate === null ? null : (
              <DueDate date={dueDate} today={today} openDaysLeft={openDays[dueDate] ?? 0} short />
            ),
        },
        {
          key: 'valid',
          label: postingColumns.valid,
          cell: ({ validUntil }) => (validUntil === null ? null : shortDate(validUntil)),
        },
      ]}
    />
  );
}
