import type { Instant } from '#app/domain/clock.ts';
import type { Referral } from '#app/domain/referral.ts';
import { eraDate, phone as phoneText } from '#app/text/format.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PrintFrame } from '../ui/PrintFrame.tsx';

export type ReferralLetterProps = {
  referral: Pick<Referral, 'number' | 'state' | 'referredOn' | 'interview' | 'note'>;
  establishment: { name: string };
  posting: { number: string | null; jobTitle: string | null };
  seeker: { name: string; nameKana: string; number: string };
  /** The office that refers. */
  office: { name: string; phone: string };
  /** Who has referred. */
  referredBy: string | null;
  now: Instant;
  /** Who prints it. */
  issuer: string;
  back: string;
};

const text = referralsText.letter;

/** 紹介状: one sheet of A4 for the employer, carried by the applicant. */
export function ReferralLetter(props: ReferralLetterProps) {
  const { referral, establishment, posting, seeker, office, referredBy, now, issuer, back } = props;
  const { interview } = referral;
  const day = interview.on === null ? text.toArrange : eraDate(interview.on);
  return (
    <PrintFrame title={text.title} issuedAt={now} issuer={issuer} confidential back={back}>
      {referral.state === 'cancelled' ? (
        <p>
          <b>{text.cancelled}</b>
        </p>
      ) : null}
      <p>
        {text.number} {referral.number}
        {'　'}
        {text.referred} {eraDate(referral.referredOn)}
      </p>
      <p>{text.to(establishment.name)}</p>
      <p>{text.lead}</p>
      <DefinitionTable
        caption={text.caption}
        rows={[
          { label: text.applicant, value: `${seeker.name}（${seeker.nameKana}）` },
          { label: text.seekerNumber, value: seeker.number },
          { label: text.job, value: posting.jobTitle },
          { label: text.postingNumber, value: posting.number },
          {
            label: text.interviewOn,
            value: interview.at === null ? day : `${day}　${interview.at}`,
          },
          ...(interview.place === null ? [] : [{ label: text.place, value: interview.place }]),
          ...(interview.contact === null ? [] : [{ label: text.contact, value: interview.contact }]),
          ...(referral.note === null ? [] : [{ label: text.note, value: referral.note }]),
        ]}
      />
      <section>
        <h2>{text.resultTitle}</h2>
        <ul>
          {text.results.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p>
        {text.office}：{office.name}　{phoneText(office.phone)}
        {referredBy === null ? null : `　${text.staff} ${referredBy}`}
      </p>
    </PrintFrame>
  );
}
