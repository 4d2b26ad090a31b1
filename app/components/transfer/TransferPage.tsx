import type { CalendarDate } from '#app/domain/calendar.ts';
import { transferForm } from '#app/forms/transfer.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { transferText as text } from '#app/text/staff/transfer.ts';
import { paths } from '#app/web/paths.ts';
import { FormPage } from '../review/FormPage.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

export type TransferPageProps = {
  establishment: { id: string; name: string; version: number };
  /** It is registered here, and not moved away yet. */
  possible: boolean;
  offices: readonly { id: string; name: string }[];
  today: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 移管: where to, since when and why, and everything that follows from it. */
export function TransferPage(props: TransferPageProps) {
  const { establishment, possible, offices, today, idempotencyKey, answer } = props;
  const card = paths.staff.establishment(establishment.id);
  const trail = [
    { to: paths.staff.establishments(), label: searchText.title },
    { to: card, label: establishment.name },
  ];
  if (!possible)
    return (
      <>
        <PageTitle title={text.title} trail={trail} />
        <p>{text.impossible}</p>
        <ButtonRow>
          <ButtonLink to={card}>{text.back}</ButtonLink>
        </ButtonRow>
      </>
    );
  return (
    <FormPage
      title={text.title}
      trail={trail}
      about={null}
      form={transferForm(offices)}
      typed={{ moved_on: today }}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={establishment.version}
      submits={[{ label: text.submit, intent: 'transfer', kind: 'danger' }]}
      cancel={{ to: card, label: text.back }}
      happens={text.happens}
    />
  );
}
