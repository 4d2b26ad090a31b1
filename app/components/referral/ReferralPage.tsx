import { canReferralMove } from '#app/domain/referral.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { paths } from '#app/web/paths.ts';
import { useNavigate } from '#app/web/remix.ts';
import { RecordTimeline, type TimelineEntry } from '../review/RecordTimeline.tsx';
import { ButtonLink } from '../ui/Buttons.tsx';
import { DecisionBar } from '../ui/DecisionBar.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { ReferralRecord, type ReferralRecordProps } from './ReferralRecord.tsx';
import { markOf } from './ReferralTable.tsx';
import { referralTrail } from './trails.ts';

export type ReferralPageProps = ReferralRecordProps & {
  timeline: readonly TimelineEntry[];
  may: { result: boolean; correct: boolean; print: boolean };
};

/** 紹介の1件: what it is, its history, and what can be done about it. */
export function ReferralPage({ timeline, may, ...shown }: ReferralPageProps) {
  const { referral, ages } = shown;
  const navigate = useNavigate();
  const registers = may.result && canReferralMove('hire', referral.state);
  useCommands(
    commandsOf('referral', {
      result: registers ? () => void navigate(paths.staff.referralResult(referral.id)) : undefined,
    }),
  );
  return (
    <>
      <PageTitle
        title={shown.establishment.name}
        over={referralsText.over(referral.number)}
        trail={referralTrail}
      >
        <StatusBadge mark={markOf(referral, ages)} />
      </PageTitle>
      <ReferralRecord {...shown} />
      <section>
        <h2>{referralsText.timeline}</h2>
        <RecordTimeline entries={timeline} empty={referralsText.noTimeline} />
      </section>
      {may.result || may.correct || may.print ? (
        <Acts referral={referral} may={may} registers={registers} />
      ) : (
        <p>{referralsText.auditor}</p>
      )}
    </>
  );
}

function Acts({
  referral: { id, state },
  may,
  registers,
}: Pick<ReferralPageProps, 'referral' | 'may'> & { registers: boolean }) {
  const { acts } = referralsText;
  return (
    <DecisionBar label={referralsText.bar}>
      {registers ? (
        <ButtonLink to={paths.staff.referralResult(id)} kind="primary" shortcut="o">
          {acts.result.title}
        </ButtonLink>
      ) : null}
      {may.print ? <ButtonLink to={paths.print.referral(id)}>{referralsText.print}</ButtonLink> : null}
      {may.correct && canReferralMove('cancel', state) ? (
        <ButtonLink to={paths.staff.referralCancel(id)} kind="danger">
          {acts.cancel.title}
        </ButtonLink>
      ) : null}
      {may.correct && canReferralMove('reopen', state) ? (
        <ButtonLink to={paths.staff.referralReopen(id)} kind="danger">
          {acts.reopen.title}
        </ButtonLink>
      ) : null}
    </DecisionBar>
  );
}
