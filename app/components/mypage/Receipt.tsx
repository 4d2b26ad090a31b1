import { VisitNotice } from '#app/components/steps/VisitNotice.tsx';
import type { VisitView } from '#app/components/steps/visit.ts';
import { ButtonLink, ButtonRow } from '#app/components/ui/Buttons.tsx';
import { DefinitionTable } from '#app/components/ui/DefinitionTable.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import { Steps } from '#app/components/ui/Steps.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting, PostingState } from '#app/domain/posting.ts';
import { dayOfYear, longDate, longInstant } from '#app/text/format.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import styles from './Card.module.css';
import { OfficeAddress, type OfficeContact } from './OfficeAddress.tsx';
import { postingTrail } from './trails.ts';

export type ReceiptProps = {
  posting: Pick<Posting, 'id' | 'state' | 'jobTitle' | 'dueDate'>;
  /** When it was sent, or sent again after a 差戻し. */
  receivedAt: Instant;
  establishment: Pick<Establishment, 'name'>;
  office: OfficeContact;
  /** The verdict of the act that was received. */
  visit: VisitView | null;
};

/** Where the question of a visit still stands, or was answered last. */
const stillOpen: readonly PostingState[] = ['awaiting_visit', 'under_review', 'returned'];

/** 受付: what was received and when, whether somebody has to come, by when and why, where to, and with what. */
export function Receipt({ posting, receivedAt, establishment, office, visit }: ReceiptProps) {
  const text = postingText.receipt;
  const due = posting.state === 'awaiting_visit' ? posting.dueDate : null;
  const mustCome = due !== null;
  return (
    <>
      <PageTitle title={text.title} trail={postingTrail(posting)} />
      <p>{text.received}</p>
      <DefinitionTable
        caption={text.summary}
        rows={[
          { label: text.receivedAt, value: longInstant(receivedAt) },
          { label: text.job, value: posting.jobTitle },
          { label: text.establishment, value: establishment.name },
          { label: text.state, value: <StatusBadge mark={postingMarks[posting.state]} /> },
          ...(due === null ? [] : [{ label: text.due, value: <b>{longDate(due)}</b> }]),
        ]}
      />
      {visit === null || !stillOpen.includes(posting.state) ? null : (
        <VisitNotice visit={visit} title={text.visitTitle} />
      )}
      {mustCome || posting.state === 'under_review' ? <Flow due={due} /> : null}
      {mustCome ? <Bring /> : null}
      <section className={styles.card}>
        <h2>{mustCome ? text.officeTitle : text.askTitle}</h2>
        <OfficeAddress office={office} />
      </section>
      <div className="not-printed">
        <ButtonRow>
          <ButtonLink to={paths.mypage.sheet('application', posting.id)} kind="primary">
            {sheetsText.links.application}
          </ButtonLink>
          <ButtonLink to={paths.mypage.posting(posting.id)}>{text.toPosting}</ButtonLink>
          <ButtonLink to={paths.mypage.home()}>{text.toHome}</ButtonLink>
        </ButtonRow>
      </div>
    </>
  );
}

/** What happens after this, in order. */
function Flow({ due }: { due: CalendarDate | null }) {
  const { flowTitle, flow, late } = postingText.receipt;
  const visit = due === null ? [] : [flow.visit(dayOfYear(due))];
  return (
    <section className={styles.card}>
      <h2>{flowTitle}</h2>
      <Steps items={[...visit, flow.review, flow.result].map((title) => ({ title }))} />
      {due === null ? null : <p>{late}</p>}
    </section>
  );
}

function Bring() {
  const { bringTitle, bring, bringNote } = postingText.receipt;
  return (
    <section className={styles.card}>
      <h2>{bringTitle}</h2>
      <ul>
        {bring.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p>{bringNote}</p>
    </section>
  );
}
