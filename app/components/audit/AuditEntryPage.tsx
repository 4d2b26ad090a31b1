import { longInstant } from '#app/text/format.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { actionWord } from '#app/text/staff/timeline.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type AuditLine, whoWords } from './AuditPage.tsx';
import { linesOf } from './details.ts';
import { Subject } from './Subject.tsx';

export type AuditEntryPageProps = {
  entry: AuditLine & {
    requestId: string;
    hash: string;
    personal: Readonly<Record<string, unknown>>;
    erased: boolean;
  };
};

const text = auditText.entry;

/** One entry with everything it carries, personal values included. */
export function AuditEntryPage({ entry }: AuditEntryPageProps) {
  const { seq, at, action, role, subject, named, detail, requestId, hash, personal, erased } = entry;
  const rowsOf = (values: Readonly<Record<string, unknown>>) =>
    linesOf(values).map(({ label, value }, index) => ({ id: `${label}-${index}`, label, value }));
  return (
    <>
      <PageTitle
        title={actionWord(action)}
        over={auditText.entryTitle}
        trail={[{ to: paths.staff.audit(), label: auditText.title }]}
      />
      <DefinitionTable
        caption={text.facts}
        rows={[
          { label: auditText.columns.at, value: <time dateTime={at}>{longInstant(at)}</time> },
          { label: auditText.columns.who, value: whoWords(entry) },
          { label: text.role, value: auditText.role(role) },
          { label: auditText.columns.subject, value: <Subject type={subject.type} named={named} /> },
          { label: text.seq, value: seq },
          { label: text.requestId, value: requestId },
          { label: text.hash, value: hash },
        ]}
      />
      {Object.keys(detail).length === 0 ? (
        <p>{text.noDetail}</p>
      ) : (
        <DefinitionTable caption={text.detail} rows={rowsOf(detail)} />
      )}
      {Object.keys(personal).length === 0 ? null : (
        <>
          <DefinitionTable caption={text.personal} rows={rowsOf(personal)} />
          <p>{text.personalNote}</p>
        </>
      )}
      {erased ? <p>{text.erased}</p> : null}
      <ButtonRow>
        <ButtonLink to={paths.staff.audit()}>{text.back}</ButtonLink>
        <ButtonLink to={paths.staff.audit({ record: subject.id })} kind="quiet">
          {text.ofRecord}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
