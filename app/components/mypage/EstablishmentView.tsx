import { DefinitionTable, recordRows } from '#app/components/ui/DefinitionTable.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import type { Establishment } from '#app/domain/establishment.ts';
import { provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { longDate } from '#app/text/format.ts';
import { establishmentText } from '#app/text/mypage/establishment.ts';
import { establishmentMarks } from '#app/text/status.ts';
import styles from './Card.module.css';
import { OfficeAddress, type OfficeContact } from './OfficeAddress.tsx';

/** 事業所情報 to read, once the counter has registered it. */
export function EstablishmentView({
  establishment,
  office,
}: {
  establishment: Establishment;
  office: OfficeContact | undefined;
}) {
  const { state, registeredOn, details } = establishment;
  return (
    <>
      <PageTitle title={establishmentText.title.view}>
        <StatusBadge mark={establishmentMarks[state]} />
      </PageTitle>
      <p>{establishmentText.registeredLead}</p>
      {registeredOn === null ? null : (
        <p>
          {establishmentText.registeredOn}：{longDate(registeredOn)}
        </p>
      )}
      {provisionalEstablishmentForm.sections.map((section) => (
        <DefinitionTable
          key={section.id}
          caption={section.title}
          rows={recordRows(section, details, { filledOnly: true })}
        />
      ))}
      {office === undefined ? null : (
        <section className={styles.card}>
          <h2>{establishmentText.officeTitle}</h2>
          <OfficeAddress office={office} />
        </section>
      )}
    </>
  );
}
