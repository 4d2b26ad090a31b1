import { minimumWageWithdrawalForm } from '#app/forms/minimumWage.ts';
import { common } from '#app/text/common.ts';
import { yen } from '#app/text/format.ts';
import { minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { plainDate } from './wages.ts';

export type WithdrawPageProps = {
  code: string;
  name: string;
  wage: { yen: number; from: string; source: string; version: number };
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const text = minimumWagesText;

/** 登録の取消し: which wage, what follows, why. */
export function WithdrawPage({ code, name, wage, idempotencyKey, answer }: WithdrawPageProps) {
  const messages = messagesOf(minimumWageWithdrawalForm, answer);
  return (
    <>
      <PageTitle title={text.withdrawTitle} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(minimumWageWithdrawalForm, answer)} />
      <DefinitionTable
        caption={text.withdrawWhat}
        rows={[
          { label: text.columns.prefecture, value: name },
          { label: text.columns.yen, value: yen(wage.yen) },
          { label: text.columns.from, value: plainDate(wage.from) },
          { label: text.columns.source, value: wage.source },
        ]}
      />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={wage.version}
        submits={[{ label: text.withdrawSubmit, intent: 'withdraw', kind: 'danger' }]}
        cancel={{ to: paths.staff.minimumWage(code), label: common.cancel }}
      >
        {minimumWageWithdrawalForm.sections.map((section) => (
          <FieldSet key={section.id} section={section} typed={answer?.typed ?? {}} messages={messages} />
        ))}
        <p>{text.withdrawHappens}</p>
      </FormFrame>
    </>
  );
}
