import type { Instant } from '#app/domain/clock.ts';
import { type ErasureCertificate, totalRows } from '#app/domain/retention.ts';
import { count, longDate, longInstant } from '#app/text/format.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PrintFrame } from '../ui/PrintFrame.tsx';
import styles from './Retention.module.css';

export type CertificateProps = {
  certificate: ErasureCertificate & { allowedByName: string | null; noticesWaiting: number };
  /** Titles of the rules that said so, where the version is known. */
  titles: readonly string[];
  officeName: string;
  issuer: string;
  now: Instant;
};

const { certificate: words, certificates } = text;

/** 消去証明書 on one sheet: that and how much was erased under which rule; whose it was is not on it. */
export function Certificate({ certificate, titles, officeName, issuer, now }: CertificateProps) {
  const { counts, allowedByName, notices, noticesWaiting } = certificate;
  const hash = (value: string) => <span className={`${styles.hash} numeric`}>{value}</span>;
  return (
    <PrintFrame
      title={words.title}
      issuedAt={now}
      issuer={`${officeName} ${issuer}`}
      back={paths.staff.certificates()}
    >
      <p>{words.lead}</p>
      <DefinitionTable
        caption={words.facts}
        rows={[
          { label: words.number, value: certificates.no(certificate.number) },
          { label: words.erasedAt, value: longInstant(certificate.erasedAt) },
          { label: words.reasons, value: titles.join('、') },
          { label: words.baseDate, value: longDate(certificate.baseDate) },
          { label: words.rule, value: `${certificate.ruleSet} ${certificate.ruleVersion}` },
          { label: words.by, value: words.byWhat(allowedByName ?? words.unknown) },
          { label: words.notices, value: words.noticesSent(notices, noticesWaiting) },
          { label: words.subject, value: hash(certificate.subjectHash), note: words.subjectWhat },
          { label: words.rowsHash, value: hash(certificate.rowsHash) },
          { label: words.ruleHash, value: hash(certificate.ruleHash) },
          { label: words.audit, value: certificate.auditSeq },
          { label: words.auditHash, value: hash(certificate.auditHash) },
        ]}
      />
      <DefinitionTable
        caption={words.rowsTitle}
        rows={[
          ...Object.entries(counts).map(([table, rows]) => ({
            id: `t-${table}`,
            label: text.table(table),
            value: count(rows),
          })),
          { label: words.total, value: count(totalRows(counts)) },
          { label: words.pictures, value: words.files(certificate.pictures) },
        ]}
      />
    </PrintFrame>
  );
}
