import type { Instant } from '#app/domain/clock.ts';
import type { RowCounts } from '#app/domain/retention.ts';
import { askErasedForm } from '#app/forms/retention.ts';
import { longInstant } from '#app/text/format.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type FormAnswer, hasErrors, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import styles from './Retention.module.css';
import { RetentionTabs, retentionTrail } from './RetentionTabs.tsx';

export type CertificateRow = {
  id: string;
  number: number;
  erasedAt: Instant;
  ruleSet: string;
  ruleVersion: string;
  rules: readonly string[];
  counts: RowCounts;
};

export type CertificatesPageProps = {
  list: { rows: readonly CertificateRow[]; total: number; page: number; pages: number };
  idempotencyKey: string;
  /** The certificate that was asked for by number; null where there is none. */
  asked: { certificateId: string | null } | undefined;
  answer: FormAnswer | undefined;
};

const { certificates: words } = text;

/** 消去証明書: the list, and the answer to whoever asks with a number. */
export function CertificatesPage({ list, idempotencyKey, asked, answer }: CertificatesPageProps) {
  const messages = messagesOf(askErasedForm, answer);
  return (
    <>
      <PageTitle title={text.tabs.certificates} trail={retentionTrail} hasErrors={hasErrors(answer)} />
      <RetentionTabs now="certificates" />
      <ErrorSummary {...summaryOf(askErasedForm, answer)} />
      {asked === undefined ? null : <Asked {...asked} />}
      <p>{words.lead}</p>
      <PlainTable
        caption={words.caption}
        captionHidden
        rows={list.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.empty} />}
        columns={[
          {
            key: 'number',
            label: words.number,
            heading: true,
            cell: ({ id, number }) => <Link to={paths.print.certificate(id)}>{words.no(number)}</Link>,
          },
          {
            key: 'erased',
            label: words.erasedAt,
            cell: ({ erasedAt }) => <time dateTime={erasedAt}>{longInstant(erasedAt)}</time>,
          },
          {
            key: 'rules',
            label: words.rules,
            cell: ({ ruleSet, ruleVersion, rules }) => (
              <Link to={paths.staff.ruleVersion(ruleSet, ruleVersion)}>
                {ruleVersion} {rules.join('、')}
              </Link>
            ),
          },
          { key: 'rows', label: words.rows, cell: ({ counts }) => text.rows(counts), end: true },
        ]}
      />
      {list.total === 0 ? null : <Pagination {...list} href={(page) => paths.staff.certificates({ page })} />}
      <section className={styles.section}>
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[{ label: words.askSubmit, intent: 'ask', kind: 'secondary' }]}
        >
          {askErasedForm.sections.map((section) => (
            <FieldSet key={section.id} section={section} typed={answer?.typed ?? {}} messages={messages} />
          ))}
          <p>{words.askWhat}</p>
        </FormFrame>
      </section>
    </>
  );
}

function Asked({ certificateId }: { certificateId: string | null }) {
  return certificateId === null ? (
    <Banner kind="info" title={words.notFound} />
  ) : (
    <Banner kind="info" title={words.found}>
      <p>
        <Link to={paths.print.certificate(certificateId)}>{words.toFound}</Link>
      </p>
    </Banner>
  );
}
