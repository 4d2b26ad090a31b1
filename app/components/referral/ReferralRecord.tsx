import type { Establishment } from '#app/domain/establishment.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Referral, ReferralAges } from '#app/domain/referral.ts';
import { longDate, phone as phoneText, shortDate } from '#app/text/format.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { markOf } from './ReferralTable.tsx';

export type ReferralRecordProps = {
  referral: Referral;
  posting: Pick<Posting, 'id' | 'number' | 'jobTitle' | 'state' | 'validUntil'>;
  establishment: Pick<Establishment, 'id' | 'name' | 'phone'>;
  seeker: Pick<JobSeeker, 'id' | 'number' | 'name' | 'hasMypage'>;
  referringOffice: { name: string };
  referredBy: string | null;
  /** How many messages each side has sent. */
  messages: { employer: number; seeker: number };
  ages: ReferralAges;
  /** Which of the two sides belong to the reader's office and have a page to go to. */
  own: { posting: boolean; seeker: boolean };
};

const text = referralsText;

/** 「12月1日(火) 10:00 本社2階」 */
export const interviewText = ({ on, at, place }: Referral['interview']): string =>
  [on === null ? null : longDate(on), at, place].filter((word) => word !== null).join('　');

/** One referral to read: who, to what, and what came of it. */
export function ReferralRecord(props: ReferralRecordProps) {
  const { referral, posting, establishment, seeker, own, messages } = props;
  const { interview, note, noticeSentOn } = referral;
  const job = `${posting.jobTitle ?? text.untitled}　${posting.number ?? ''}`;
  const who = `${seeker.name}　${seeker.number}`;
  return (
    <>
      <DefinitionTable
        caption={text.summary}
        rows={[
          {
            label: text.fields.seeker,
            value: own.seeker ? <Link to={paths.staff.seeker(seeker.id)}>{who}</Link> : who,
          },
          {
            label: text.fields.posting,
            value: own.posting ? <Link to={paths.staff.review(posting.id)}>{job}</Link> : job,
          },
          { label: text.fields.postingState, value: <StatusBadge mark={postingMarks[posting.state]} /> },
          {
            label: text.fields.establishment,
            value: own.posting ? (
              <Link to={paths.staff.establishment(establishment.id)}>{establishment.name}</Link>
            ) : (
              establishment.name
            ),
          },
          { label: text.fields.phone, value: phoneText(establishment.phone) },
          { label: text.fields.referred, value: longDate(referral.referredOn) },
          {
            label: text.fields.by,
            value: [props.referringOffice.name, props.referredBy].filter(Boolean).join('　'),
          },
          { label: text.fields.phoned, value: referral.phoned ? text.phoned : text.notPhoned },
          { label: text.fields.interview, value: interviewText(interview) },
          { label: text.fields.contact, value: interview.contact },
          { label: text.fields.note, value: note },
          {
            label: text.fields.notice,
            value: noticeSentOn === null ? text.noticeNotSent : text.noticeSent(shortDate(noticeSentOn)),
          },
          {
            label: text.fields.messages,
            value:
              seeker.hasMypage || messages.employer + messages.seeker > 0
                ? text.messageCounts(messages.employer, messages.seeker)
                : text.noThread,
          },
        ]}
      />
      {referral.settled === null ? null : <Result {...props} />}
    </>
  );
}

function Result({ referral, ages }: Pick<ReferralRecordProps, 'referral' | 'ages'>) {
  const { settled, channel, conditionsDiffered, conditionsNote, cancelReason } = referral;
  const { result } = text;
  return (
    <DefinitionTable
      caption={text.resultTitle}
      rows={[
        { label: result.state, value: <StatusBadge mark={markOf(referral, ages)} /> },
        ...(settled === null ? [] : [{ label: result.on, value: longDate(settled.on) }]),
        ...(channel === null ? [] : [{ label: result.channel, value: text.channels[channel] }]),
        ...(conditionsDiffered === null
          ? []
          : [{ label: result.differed, value: text.differed[conditionsDiffered ? 'yes' : 'no'] }]),
        ...(conditionsNote === null ? [] : [{ label: result.note, value: conditionsNote }]),
        ...(cancelReason === null ? [] : [{ label: result.cancelReason, value: cancelReason }]),
      ]}
    />
  );
}
