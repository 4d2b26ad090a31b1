import { type CalendarDate, daysBetween } from '#app/domain/calendar.ts';
import type { Referral, ReferralAges } from '#app/domain/referral.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { employerResultForm } from '#app/forms/referral.ts';
import { longDate, phone } from '#app/text/format.ts';
import { applicantsText } from '#app/text/mypage/applicants.ts';
import { paths } from '#app/web/paths.ts';
import { homeTrail } from '../mypage/trails.ts';
import { markOf } from '../referral/ReferralTable.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';

type Letter = {
  applicant: { name: string; nameKana: string; number: string };
  interview: Referral['interview'];
  note: string | null;
  referredBy: string | null;
};

export type ApplicantPageProps = {
  referral: Pick<
    Referral,
    | 'id'
    | 'number'
    | 'state'
    | 'referredOn'
    | 'noticeSentOn'
    | 'version'
    | 'settled'
    | 'channel'
    | 'conditionsDiffered'
    | 'conditionsNote'
  >;
  posting: { number: string | null; jobTitle: string | null };
  /** The office that has referred. */
  office: { name: string; phone: string };
  /** null once the 紹介状 cannot be read any more. */
  letter: Letter | null;
  ages: ReferralAges;
  today: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const text = applicantsText;
export const applicantTrail = [...homeTrail, { to: paths.mypage.applicants(), label: text.title }];

/** One applicant: the 紹介状 to read, and the result to register or as it was registered. */
export function ApplicantPage({ letter, answer, idempotencyKey, ...shown }: ApplicantPageProps) {
  const { referral, ages, office } = shown;
  const over = text.over(referral.number);
  if (letter === null) {
    const kind = referral.state === 'cancelled' ? 'cancelled' : 'invalid';
    return (
      <>
        <PageTitle title={text.title} over={over} trail={applicantTrail} hasErrors={answer !== undefined} />
        <Banner kind="warning" title={text.closed[kind]}>
          <p>{text.closed[`${kind}About`](office)}</p>
        </Banner>
      </>
    );
  }
  return (
    <>
      <PageTitle
        title={letter.applicant.name}
        over={over}
        trail={applicantTrail}
        hasErrors={answer !== undefined}
      >
        <StatusBadge mark={markOf(referral, ages)} />
      </PageTitle>
      <ErrorSummary {...summaryOf(employerResultForm, answer)} />
      <LetterTable {...shown} letter={letter} />
      <ButtonRow>
        <ButtonLink to={paths.mypage.applicantLetter(referral.id)}>{text.print}</ButtonLink>
      </ButtonRow>
      {referral.state === 'referred' ? (
        <ResultForm referral={referral} answer={answer} idempotencyKey={idempotencyKey} />
      ) : (
        <Result {...shown} />
      )}
    </>
  );
}

type Shown = Pick<ApplicantPageProps, 'referral' | 'posting' | 'office' | 'ages' | 'today'>;

function LetterTable({ referral, posting, office, today, letter }: Shown & { letter: Letter }) {
  const { fields } = text;
  const { applicant, interview, note, referredBy } = letter;
  const days = text.days(daysBetween(referral.referredOn, today));
  const meeting = interview.on === null ? text.toArrange : longDate(interview.on);
  return (
    <DefinitionTable
      caption={text.letter}
      rows={[
        { label: fields.name, value: `${applicant.name}（${applicant.nameKana}）` },
        { label: fields.seekerNumber, value: applicant.number },
        { label: fields.job, value: posting.jobTitle },
        { label: fields.postingNumber, value: posting.number },
        { label: fields.referred, value: `${longDate(referral.referredOn)}（${days}）` },
        {
          label: fields.interview,
          value: interview.at === null ? meeting : `${meeting}　${interview.at}`,
        },
        ...(interview.place === null ? [] : [{ label: fields.place, value: interview.place }]),
        ...(interview.contact === null ? [] : [{ label: fields.contact, value: interview.contact }]),
        ...(note === null ? [] : [{ label: fields.note, value: note }]),
        { label: fields.office, value: `${office.name}　${phone(office.phone)}` },
        ...(referredBy === null ? [] : [{ label: fields.by, value: referredBy }]),
      ]}
    />
  );
}

function ResultForm({
  referral,
  answer,
  idempotencyKey,
}: Pick<ApplicantPageProps, 'referral' | 'answer' | 'idempotencyKey'>) {
  return (
    <FormFrame
      idempotencyKey={idempotencyKey}
      version={referral.version}
      submits={[{ label: text.form.submit, intent: 'register' }]}
      cancel={{ to: paths.mypage.applicants(), label: text.form.back }}
    >
      {employerResultForm.sections.map((section) => (
        <FieldSet
          key={section.id}
          section={{ ...section, title: text.form.title, help: text.form.once }}
          typed={answer?.typed ?? {}}
          messages={messagesOf(employerResultForm, answer)}
          fields={fieldsOf(employerResultForm)}
        />
      ))}
      <Banner kind="info" title={text.directly}>
        <p>{text.directlyAbout}</p>
      </Banner>
    </FormFrame>
  );
}

function Result({ referral, office, ages }: Shown) {
  const { settled, channel, conditionsDiffered, conditionsNote } = referral;
  const { result } = text;
  return (
    <>
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
        ]}
      />
      <p>{text.correct(office)}</p>
      <Banner kind="info" title={text.directly}>
        <p>{text.directlyAbout}</p>
      </Banner>
    </>
  );
}
