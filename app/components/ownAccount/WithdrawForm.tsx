import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { confirmForm } from '#app/forms/account.ts';
import { accountText } from '#app/text/mypage/account.ts';
import styles from '../mypage/Card.module.css';
import type { OfficeContact } from '../mypage/OfficeAddress.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { AccountForm } from './AccountForm.tsx';
import { DataDownload } from './DataDownload.tsx';

export type WithdrawFormProps = {
  today: CalendarDate;
  /** The first day on which it is erased, and how many days that is after today. */
  erasedFrom: CalendarDate;
  days: number;
  office: OfficeContact | null;
  /** Every address that signs in no more. */
  emails: readonly string[];
  open: { valid: number; applied: number; changes: number; drafts: number };
  dataKey: string;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 退会: what follows and on which day, what is still open, the data to keep, and only then the password. */
export function WithdrawForm(props: WithdrawFormProps) {
  const { today, erasedFrom, days, office, emails, open, dataKey, ...form } = props;
  const text = accountText.withdraw;
  const lines = (['valid', 'applied', 'changes', 'drafts'] as const)
    .filter((what) => open[what] > 0)
    .map((what) => text.open[what](open[what]));
  return (
    <AccountForm
      {...form}
      title={text.title}
      form={confirmForm}
      submit={{ label: text.submit, kind: 'danger' }}
      cancel={text.keep}
    >
      <section className={styles.card} data-tone="attention">
        <h2>{text.datesTitle}</h2>
        <ul>
          {text.dates(today, erasedFrom, days).map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>{text.undo(addDays(erasedFrom, -1), office?.name ?? null)}</li>
        </ul>
      </section>
      <section className={styles.things}>
        <h2>{text.addresses}</h2>
        <ul>
          {emails.map((email) => (
            <li key={email}>{email}</li>
          ))}
        </ul>
        {emails.length > 1 ? <Banner kind="info" title={text.oneOnly} /> : null}
      </section>
      <section className={styles.things}>
        <h2>{text.openTitle}</h2>
        {lines.length === 0 ? (
          <p>{text.open.none}</p>
        ) : (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      <p>{text.dataFirst}</p>
      <DataDownload idempotencyKey={dataKey} />
    </AccountForm>
  );
}
