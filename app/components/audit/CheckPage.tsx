import type { Instant } from '#app/domain/clock.ts';
import { longInstant } from '#app/text/format.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { paths } from '#app/web/paths.ts';
import { Banner } from '../ui/Banner.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { AuditTabs } from './AuditTabs.tsx';

export type CheckPageProps = {
  idempotencyKey: string;
  /** The last signed head of the chain; null before the first night. */
  anchor: { seq: number; hash: string; at: Instant } | null;
  /** Of the check that was just made. */
  result: { rows: number; firstBad: number | null; head: { seq: number; hash: string } } | undefined;
};

const text = auditText.check;

/** 記録の検査: whether a row of the audit log was changed, removed or added. */
export function CheckPage({ idempotencyKey, anchor, result }: CheckPageProps) {
  return (
    <>
      <PageTitle title={auditText.checkTitle} trail={[{ to: paths.staff.audit(), label: auditText.title }]} />
      <AuditTabs now="check" />
      <p>{text.lead}</p>
      <p>{anchor === null ? text.noAnchor : text.anchor(longInstant(anchor.at), anchor.seq, anchor.hash)}</p>
      {result === undefined ? null : (
        <>
          {result.firstBad === null ? (
            <Banner kind="success" title={text.whole(result.rows)} />
          ) : (
            <Banner kind="error" title={text.broken(result.firstBad)}>
              <p>{text.brokenWhat}</p>
            </Banner>
          )}
          <DefinitionTable
            caption={text.result}
            rows={[
              { label: text.rows, value: result.rows },
              { label: text.firstBad, value: result.firstBad ?? text.none },
              { label: text.head, value: result.head.seq },
              { label: text.headHash, value: result.head.hash, note: text.headHelp },
            ]}
          />
        </>
      )}
      <FormFrame idempotencyKey={idempotencyKey} submits={[{ label: text.submit, intent: 'check' }]} />
    </>
  );
}
