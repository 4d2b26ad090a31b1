import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { legalHoldForm, liftHoldForm } from '#app/forms/retention.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { FormPage } from '../review/FormPage.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import type { EstablishmentName } from './columns.tsx';
import { retentionTrail } from './RetentionTabs.tsx';

export type HoldPageProps = {
  act: 'place' | 'lift';
  establishment: EstablishmentName;
  hold: { reason: string; until: CalendarDate; placedAt: Instant; by: string } | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const words = {
  place: { title: text.holdTitle, submit: text.holdSubmit, happens: text.holdHappens, form: legalHoldForm },
  lift: { title: text.liftTitle, submit: text.liftSubmit, happens: text.liftHappens, form: liftHoldForm },
} as const;

/** 消去の保留 of one establishment is placed, changed or lifted. */
export function HoldPage({ act, establishment, hold, idempotencyKey, answer }: HoldPageProps) {
  const { title, submit, happens, form } = words[act];
  const trail = [
    ...retentionTrail,
    { to: paths.staff.establishment(establishment.id), label: establishment.name },
  ];
  const back = { to: paths.staff.retentionHolds(), label: text.toHolds };
  if (act === 'lift' && hold === null)
    return (
      <>
        <PageTitle title={title} trail={trail} />
        <p>{text.notHeldNow}</p>
        <ButtonRow>
          <ButtonLink to={back.to}>{back.label}</ButtonLink>
        </ButtonRow>
      </>
    );
  return (
    <FormPage
      title={title}
      trail={trail}
      about={
        hold === null ? null : (
          <DefinitionTable
            caption={text.holdFacts}
            rows={[
              { label: text.holds.until, value: longDate(hold.until) },
              { label: text.holds.reason, value: hold.reason },
              { label: text.holds.by, value: `${hold.by}　${longInstant(hold.placedAt)}` },
            ]}
          />
        )
      }
      form={form}
      answer={answer}
      idempotencyKey={idempotencyKey}
      submits={[{ label: submit, intent: act }]}
      cancel={back}
      happens={happens}
    />
  );
}
