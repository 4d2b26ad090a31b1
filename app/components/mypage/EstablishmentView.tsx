import { DefinitionTable, recordRows } from '#app/components/ui/DefinitionTable.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import { isOpenChange } from '#app/domain/changeRequest.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { longDate } from '#app/text/format.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { establishmentText } from '#app/text/mypage/establishment.ts';
import { establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import styles from './Card.module.css';
import { ChangeList, type ListedChange } from './ChangeList.tsx';
import { OfficeAddress, type OfficeContact } from './OfficeAddress.tsx';

const text = changesText.establishment;

/** 事業所情報 to read, once the counter has registered it, with the way to ask for a change. */
export function EstablishmentView({
  establishment,
  changes,
  office,
}: {
  establishment: Establishment;
  /** What was asked about it, newest first. */
  changes: readonly ListedChange[];
  office: OfficeContact | undefined;
}) {
  const { state, registeredOn, details } = establishment;
  const open = changes.find((change) => isOpenChange(change.state));
  return (
    <>
      <PageTitle title={establishmentText.title.view}>
        <StatusBadge mark={establishmentMarks[state]} />
      </PageTitle>
      <p>{establishmentText.registeredLead}</p>
      <p>{text.counterOnly}</p>
      <ButtonRow>
        {open?.state === 'submitted' ? (
          <ButtonLink to={paths.mypage.change(open.id)}>{changesText.toRequest}</ButtonLink>
        ) : (
          <ButtonLink
            to={paths.mypage.establishmentChange()}
            kind={open === undefined ? 'secondary' : 'primary'}
          >
            {open === undefined ? text.link : text.goOn[open.state === 'returned' ? 'returned' : 'draft']}
          </ButtonLink>
        )}
      </ButtonRow>
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
      <ChangeList title={text.section} changes={changes.filter((change) => change.state !== 'draft')} />
      {office === undefined ? null : (
        <section className={styles.card}>
          <h2>{establishmentText.officeTitle}</h2>
          <OfficeAddress office={office} />
        </section>
      )}
    </>
  );
}
