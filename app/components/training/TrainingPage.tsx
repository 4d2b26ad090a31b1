import { type CalendarDate, daysBetween } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Training, TrainingEvent } from '#app/domain/training.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { trainingForm } from '#app/forms/training.ts';
import { longDate, shortDate, timeOfInstant } from '#app/text/format.ts';
import { outboxText } from '#app/text/staff/outbox.ts';
import { actionWord } from '#app/text/staff/timeline.ts';
import { trainingPageText as text } from '#app/text/staff/training.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Named, Subject } from '../audit/Subject.tsx';
import { type FormAnswer, hasErrors, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { KeepAsking } from '../ui/KeepAsking.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import styles from './Training.module.css';

/** Posted as `_intent`: how far to go, or what else to do. */
export const trainingIntents = {
  nextDay: 'next-day',
  fortnight: 'fortnight',
  date: 'date',
  halt: 'halt',
  reset: 'reset',
} as const;

export type ShownDay = {
  date: CalendarDate;
  acts: readonly {
    seq: number;
    action: string;
    subject: { type: string; id: string };
    named: Named | null;
  }[];
  counts: readonly { action: string; count: number }[];
  mails: {
    rows: readonly { id: string; recipient: string; subject: string }[];
    total: number;
  };
};

export type TrainingPageProps = {
  now: Instant;
  today: CalendarDate;
  goal: Training['goal'];
  resetting: boolean;
  /** What happens next if nobody does anything, the first one first. */
  ahead: readonly { event: TrainingEvent; day: CalendarDate }[];
  days: { rows: readonly ShownDay[]; total: number; page: number; pages: number };
  /** A key for each of the forms; null for those who may not. */
  keys: { move: string; choose: string; reset: string; events: readonly string[] } | null;
  answer: FormAnswer | undefined;
};

/** 練習: where the clock stands, how to move it on, what lies ahead, and what happened by itself, day by day. */
export function TrainingPage(props: TrainingPageProps) {
  const { now, today, goal, resetting, days, keys, answer } = props;
  return (
    <>
      <PageTitle title={text.title} hasErrors={hasErrors(answer)} />
      <ErrorSummary {...summaryOf(trainingForm, answer)} />
      <p className={styles.now}>{text.now(today, timeOfInstant(now))}</p>
      <p>
        {text.lead}
        {text.forwardOnly}
      </p>
      {keys === null ? <p>{text.reader}</p> : null}
      {resetting ? <Resetting /> : goal === null ? <Moves {...props} /> : <Moving {...props} goal={goal} />}
      <section>
        <h2>{text.daysTitle}</h2>
        <p>{text.daysLead}</p>
      </section>
      {days.rows.length === 0 ? (
        <EmptyState title={text.daysNone} />
      ) : (
        <ol className={styles.days} reversed>
          {days.rows.map((day) => (
            <li key={day.date}>
              <Day {...day} />
            </li>
          ))}
        </ol>
      )}
      {days.total === 0 ? null : <Pagination {...days} href={(page) => paths.staff.training({ page })} />}
      {keys === null || resetting ? null : (
        <details>
          <summary>{text.resetTitle}</summary>
          <p>{text.resetWhat}</p>
          <FormFrame
            idempotencyKey={keys.reset}
            submits={[{ label: text.reset, intent: trainingIntents.reset, kind: 'danger' }]}
          />
        </details>
      )}
    </>
  );
}

function Resetting() {
  return (
    <p role="status">
      <KeepAsking />
      {text.resetting}
    </p>
  );
}

function Moving({
  today,
  goal: { from, to },
  keys,
}: Pick<TrainingPageProps, 'today' | 'keys'> & { goal: NonNullable<Training['goal']> }) {
  const [done, all] = [daysBetween(from, today), daysBetween(from, to)];
  return (
    <div className={styles.moving}>
      <KeepAsking />
      <p role="status">{text.moving(from, to)}</p>
      <progress aria-label={text.progressLabel} max={all} value={done} />
      <p className="numeric">{text.progress(done, all)}</p>
      {keys === null ? null : (
        <FormFrame
          idempotencyKey={keys.move}
          submits={[{ label: text.halt, intent: trainingIntents.halt, kind: 'secondary' }]}
        />
      )}
    </div>
  );
}

function Moves({ ahead, keys, answer }: Pick<TrainingPageProps, 'ahead' | 'keys' | 'answer'>) {
  return (
    <>
      {keys === null ? null : (
        <>
          <FormFrame
            idempotencyKey={keys.move}
            submits={[
              { label: text.nextDay, intent: trainingIntents.nextDay },
              { label: text.fortnight, intent: trainingIntents.fortnight, kind: 'secondary' },
            ]}
          />
          <FormFrame
            idempotencyKey={keys.choose}
            submits={[{ label: text.goTo, intent: trainingIntents.date, kind: 'secondary' }]}
          >
            {trainingForm.sections.map((section) => (
              <FieldSet
                key={section.id}
                section={section}
                typed={answer?.typed}
                messages={messagesOf(trainingForm, answer)}
                fields={fieldsOf(trainingForm)}
              />
            ))}
          </FormFrame>
        </>
      )}
      <section>
        <h2>{text.aheadTitle}</h2>
        <p>{text.aheadLead}</p>
        <PlainTable
          caption={text.aheadTitle}
          captionHidden
          rows={ahead.map((one, index) => ({ ...one, key: keys?.events[index] ?? null }))}
          rowKey={({ event }) => event}
          empty={<p>{text.aheadNone}</p>}
          columns={[
            {
              key: 'what',
              label: text.aheadColumns.what,
              heading: true,
              cell: ({ event }) => text.ahead[event],
            },
            { key: 'day', label: text.aheadColumns.day, cell: ({ day }) => longDate(day) },
            {
              key: 'go',
              label: text.aheadColumns.go,
              cell: ({ day, key }) =>
                key === null ? null : (
                  <FormFrame
                    idempotencyKey={key}
                    hidden={{ date: day }}
                    submits={[{ label: text.goToDay(day), intent: trainingIntents.date, kind: 'secondary' }]}
                  />
                ),
            },
          ]}
        />
      </section>
    </>
  );
}

/** Lists up to so many lines stand open. */
const openedTo = 6;

/** What happened by itself on one day: how much of each kind, the records of this office, and the mails. */
function Day({ date, acts, counts, mails }: ShownDay) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className={styles.day} aria-label={longDate(date)}>
      <h3>{shortDate(date)}</h3>
      <ul className={styles.summary}>
        {counts.map(({ action, count }) => (
          <li key={action}>{text.ofAll(actionWord(action), count)}</li>
        ))}
        {mails.total === 0 ? null : <li>{text.mails(mails.total)}</li>}
      </ul>
      {acts.length === 0 ? null : (
        <details open={acts.length <= openedTo}>
          <summary>{text.acts}</summary>
          <ul className={styles.list}>
            {acts.map(({ seq, action, subject, named }) => (
              <li key={seq}>
                {actionWord(action)}：<Subject type={subject.type} named={named} />
              </li>
            ))}
          </ul>
          {all > acts.length ? <p>{text.others(all - acts.length)}</p> : null}
        </details>
      )}
      {mails.total === 0 ? null : (
        <details open={mails.total <= openedTo}>
          <summary>{text.mails(mails.total)}</summary>
          <ul className={styles.list}>
            {mails.rows.map(({ id, recipient, subject }) => (
              <li key={id}>
                <Link to={paths.staff.outboxMail(id)}>{subject}</Link> {recipient}
              </li>
            ))}
          </ul>
          {mails.total > mails.rows.length ? (
            <p>
              <Link to={paths.staff.outbox()}>{outboxText.title}</Link> {text.mailsMore}
            </p>
          ) : null}
        </details>
      )}
    </section>
  );
}
