import type { Referral } from '#app/domain/referral.ts';
import type { Sheet } from '#app/domain/sheet.ts';
import { eraDate, phone } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { cell } from './cells.ts';

export type LetterRecords = {
  referral: Pick<Referral, 'number' | 'state' | 'referredOn' | 'interview' | 'note'>;
  establishment: { name: string };
  posting: { number: string | null; jobTitle: string | null };
  seeker: { name: string; nameKana: string; number: string };
  /** The office that refers. */
  office: { name: string; phone: string };
  /** Who has referred. */
  referredBy: string | null;
};

const text = referralsText.letter;

/** 紹介状: one sheet for the employer, carried by the applicant. */
export function letterSheet(records: LetterRecords): Sheet {
  const { referral, establishment, posting, seeker, office, referredBy } = records;
  const { interview } = referral;
  const day = interview.on === null ? text.toArrange : eraDate(interview.on);
  return {
    title: text.title,
    confidential: true,
    blocks: [
      ...(referral.state === 'cancelled' ? [{ kind: 'lines' as const, lines: [text.cancelled] }] : []),
      { kind: 'lines', look: 'large', lines: [text.to(establishment.name)] },
      { kind: 'lines', lines: [text.lead] },
      {
        kind: 'cells',
        title: text.caption,
        cells: [
          { label: text.number, value: referral.number },
          { label: text.referred, value: eraDate(referral.referredOn) },
          { label: text.applicant, value: `${seeker.name}（${seeker.nameKana}）` },
          { label: text.seekerNumber, value: seeker.number },
          { label: text.job, value: posting.jobTitle ?? sheetsText.untitled },
          ...cell(text.postingNumber, posting.number),
          { label: text.interviewOn, value: interview.at === null ? day : `${day}　${interview.at}` },
          ...cell(text.place, interview.place),
          ...cell(text.contact, interview.contact),
          ...cell(text.note, referral.note),
        ],
      },
      { kind: 'list', title: text.resultTitle, items: text.results },
      {
        kind: 'cells',
        title: text.office,
        cells: [
          { label: sheetsText.labels.name, value: office.name },
          { label: sheetsText.labels.phone, value: phone(office.phone) },
          ...cell(text.staff, referredBy),
        ],
      },
    ],
  };
}

/** What a letter says, of what staff see of a referral. */
export const letterRecordsOf = ({
  referral,
  posting,
  establishment,
  seeker,
  referringOffice,
  referredBy,
}: Omit<LetterRecords, 'office'> & { referringOffice: LetterRecords['office'] }): LetterRecords => ({
  referral,
  posting,
  establishment,
  seeker,
  office: referringOffice,
  referredBy,
});
