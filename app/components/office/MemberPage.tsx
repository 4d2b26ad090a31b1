import { roleForm } from '#app/forms/staff.ts';
import { common } from '#app/text/common.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { InitialPassword } from './InitialPassword.tsx';
import { type Member, stateWord } from './MembersPage.tsx';

export const memberIntents = {
  role: 'role',
  deactivate: 'deactivate',
  reactivate: 'reactivate',
  reset: 'reset',
} as const;

export type MemberPageProps = {
  member: Member;
  /** The page is about the person who looks at it. */
  isSelf: boolean;
  keys: { role: string; state: string; reset: string };
  /** The new initial password, once. */
  password: string | undefined;
  answer: FormAnswer | undefined;
};

const text = officeText.members;

/** One member of staff: role, whether they work here, a new password. */
export function MemberPage({ member, isSelf, keys, password, answer }: MemberPageProps) {
  return (
    <>
      <PageTitle
        title={member.name}
        trail={[{ to: paths.staff.members(), label: text.title }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(roleForm, answer)} />
      {password === undefined ? null : <InitialPassword name={member.name} password={password} />}
      <DefinitionTable
        caption={text.facts}
        rows={[
          { label: text.columns.loginName, value: member.loginName },
          { label: text.columns.role, value: common.role[member.role] },
          { label: text.columns.state, value: stateWord(member) },
        ]}
      />
      {isSelf ? <p>{text.self}</p> : <Acts member={member} keys={keys} answer={answer} />}
      <ButtonRow>
        <ButtonLink to={paths.staff.members()}>{text.back}</ButtonLink>
        <ButtonLink to={paths.staff.audit({ person: member.id })} kind="quiet">
          {text.records}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Acts({ member, keys, answer }: Pick<MemberPageProps, 'member' | 'keys' | 'answer'>) {
  const { role, deactivate, reactivate, reset } = memberIntents;
  return (
    <>
      <FormFrame
        idempotencyKey={keys.role}
        hidden={{ from: member.role }}
        submits={[{ label: text.changeRole, intent: role }]}
      >
        {roleForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={{ ...section, title: text.roleTitle }}
            typed={answer?.typed ?? { role: member.role }}
            messages={messagesOf(roleForm, answer)}
          />
        ))}
      </FormFrame>
      <section>
        <h2>{text.resetTitle}</h2>
        <p>{text.resetHappens}</p>
        <FormFrame
          idempotencyKey={keys.reset}
          submits={[{ label: text.reset, intent: reset, kind: 'secondary' }]}
        />
      </section>
      <section>
        <h2>{text.stateTitle}</h2>
        <p>{member.active ? text.deactivateHappens : text.reactivateHappens}</p>
        <FormFrame
          idempotencyKey={keys.state}
          submits={[
            member.active
              ? { label: text.deactivate, intent: deactivate, kind: 'danger' }
              : { label: text.reactivate, intent: reactivate, kind: 'secondary' },
          ]}
        />
      </section>
    </>
  );
}
