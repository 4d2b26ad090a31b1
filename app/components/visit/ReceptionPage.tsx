import type { ReactNode } from 'react';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { dayOfYear } from '#app/text/format.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { visitDeskText as text, visitsText } from '#app/text/staff/visits.ts';
import { establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { DuplicateList } from '../establishment/DuplicateList.tsx';
import type { EditorAnswer } from '../establishment/EstablishmentEditor.tsx';
import { FormPage } from '../review/FormPage.tsx';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable, recordRows } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { VerdictPanel } from '../ui/VerdictPanel.tsx';
import { POSTINGS, shownValue } from './shown.ts';
import { overdueOf, registrationFields, type SittingPosting, sittingForm } from './sittingForm.ts';
import { useTicks } from './useTicks.ts';

export type ReceptionPageProps = {
  establishment: Establishment;
  /** What waits for the visit, then what has lapsed. */
  postings: readonly SittingPosting[];
  accounts: number;
  restrictionId: string | null;
  /** What was judged of the visit for the latest application, where nothing is due. */
  latest: { jobTitle: string | null; visitedOn: CalendarDate | null; verdict: Verdict } | null;
  /** Something of what was entered online is missing, besides the numbers of other registers. */
  incomplete: boolean;
  openDays: Readonly<Record<CalendarDate, number>>;
  today: CalendarDate;
  idempotencyKey: string;
  answer: EditorAnswer | undefined;
};

const trail = [{ to: paths.staff.visits(), label: visitsText.title }];

/** 来庁の受付 of one establishment: everything that is due for it, registered in one sitting. */
export function ReceptionPage(props: ReceptionPageProps) {
  const { establishment, postings, incomplete } = props;
  const registering = establishment.state === 'provisional';
  if (registering && incomplete)
    return (
      <Nothing {...props}>
        <Banner kind="warning" title={text.incomplete} />
        <ButtonRow>
          <ButtonLink to={paths.staff.registration(establishment.id)} kind="primary">
            {decisionText.visit.toRegistration}
          </ButtonLink>
        </ButtonRow>
      </Nothing>
    );
  return registering || postings.length > 0 ? <Sitting {...props} /> : <NothingDue {...props} />;
}

function Sitting(props: ReceptionPageProps) {
  const { establishment, postings, openDays, today, idempotencyKey, answer } = props;
  useTicks();
  const registering = establishment.state === 'provisional';
  const overdue = overdueOf(postings, today);
  const form = sittingForm({
    postings,
    late: overdue !== null,
    openDays,
    registering: registering ? establishment : null,
  });
  const waiting = postings.filter(({ state }) => state === 'awaiting_visit');
  const duplicates = answer?.duplicates ?? [];
  return (
    <FormPage
      title={text.title(establishment.name)}
      trail={trail}
      form={form}
      typed={{
        ...typedTextOf(fieldsOf(establishmentForm), establishment.details),
        [POSTINGS]: waiting.map(shownValue),
        visited_on: today,
      }}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={establishment.version}
      submits={[{ label: text.submit, intent: 'register' }]}
      cancel={{ to: paths.staff.visits(), label: text.back }}
      happens={registering ? [text.happensRegistration, ...text.happens] : text.happens}
      about={
        <>
          <About {...props} />
          {overdue === null ? null : <Banner kind="warning" title={text.overdue(dayOfYear(overdue))} />}
          {registering ? <Entered establishment={establishment} /> : null}
        </>
      }
    >
      {duplicates.length === 0 ? null : <DuplicateList duplicates={duplicates} />}
    </FormPage>
  );
}

/** What was entered online, to go through with the person at the counter. */
function Entered({ establishment }: Pick<ReceptionPageProps, 'establishment'>) {
  const asked = registrationFields(establishment).map(({ name }) => name);
  return (
    <details>
      <summary>{text.entered}</summary>
      {establishmentForm.sections.map((section) => (
        <DefinitionTable
          key={section.id}
          caption={section.title}
          rows={recordRows(
            { ...section, fields: section.fields.filter(({ name }) => !asked.includes(name)) },
            establishment.details,
          )}
        />
      ))}
      <p>
        <Link to={paths.staff.registration(establishment.id)}>{text.correctFirst}</Link>
      </p>
    </details>
  );
}

/** Nothing waits for a visit: why not, as it was judged. */
function NothingDue(props: ReceptionPageProps) {
  const { latest } = props;
  return (
    <Nothing {...props}>
      <p>{text.nothing}</p>
      {latest === null ? (
        <p>{text.nothingApplied}</p>
      ) : (
        <VerdictPanel
          verdict={latest.verdict}
          visitedOn={latest.visitedOn}
          title={latest.jobTitle === null ? text.nothingWhy : `${text.nothingWhy}：${latest.jobTitle}`}
          reader="staff"
        />
      )}
    </Nothing>
  );
}

function Nothing(props: ReceptionPageProps & { children: ReactNode }) {
  return (
    <>
      <PageTitle title={text.title(props.establishment.name)} trail={trail} />
      <About {...props} />
      {props.children}
    </>
  );
}

/** Whose visit it is, and what is to be looked at besides. */
function About({
  establishment,
  accounts,
  restrictionId,
}: Pick<ReceptionPageProps, 'establishment' | 'accounts' | 'restrictionId'>) {
  const { id, number, state } = establishment;
  return (
    <>
      <p>
        {number} <StatusBadge mark={establishmentMarks[state]} />
      </p>
      <nav aria-label={text.more}>
        <ul>
          {restrictionId === null ? null : (
            <li>
              <Link to={paths.staff.restriction(restrictionId)}>{text.restricted}</Link>
            </li>
          )}
          <li>
            {accounts > 0 ? (
              <Link to={paths.staff.account(id)}>{text.accounts(accounts)}</Link>
            ) : (
              <Link to={paths.staff.account(id)}>{text.account}</Link>
            )}
          </li>
          <li>
            <Link to={paths.staff.visitOther(id)}>{text.other}</Link>
          </li>
          <li>
            <Link to={paths.staff.establishment(id)}>{text.card}</Link>
          </li>
        </ul>
      </nav>
    </>
  );
}
