import type { FormDefinition } from '#app/forms/field.ts';
import { common } from '#app/text/common.ts';
import { ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../../review/formAnswer.ts';
import { DefinitionTable } from '../../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { FieldSet } from '../../ui/FieldSet.tsx';
import { FormFrame } from '../../ui/FormFrame.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';

export type RuleChangeAct = keyof typeof text.acts;

export type RuleChangeActPageProps = {
  id: string;
  act: RuleChangeAct;
  form: FormDefinition | null;
  facts: readonly { label: string; value: string }[];
  version: number;
  /** What goes with the form without being typed. */
  hidden: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string>>;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const none: FormDefinition = { id: 'none', title: '', sections: [] };

/** One act on a change: what it is about, what follows, why. */
export function RuleChangeActPage(props: RuleChangeActPageProps) {
  const { id, act, facts, version, hidden, idempotencyKey, answer } = props;
  const form = props.form ?? none;
  const messages = messagesOf(form, answer);
  const danger = act === 'withdraw' || act === 'cancel' || act === 'revoke';
  return (
    <>
      <PageTitle title={text.acts[act].title} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      <DefinitionTable caption={text.title} rows={facts} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={version}
        hidden={hidden}
        submits={[{ label: text.acts[act].send, intent: act, kind: danger ? 'danger' : 'primary' }]}
        cancel={{ to: paths.staff.ruleChange(id), label: common.cancel }}
      >
        {form.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            titleHidden
            typed={{ ...props.typed, ...answer?.typed }}
            messages={messages}
          />
        ))}
        <p>{text.consequences[act]}</p>
      </FormFrame>
    </>
  );
}
