import { type CalendarDate, daysBetween } from '#app/domain/calendar.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { employerResultSection, resultField, resultRow } from '#app/forms/referral.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';
import { shortDate } from '#app/text/format.ts';
import { applicantsText } from '#app/text/mypage/applicants.ts';
import { paths } from '#app/web/paths.ts';
import { errorMessages } from '../mypage/messages.ts';
import { refusalSentence } from '../mypage/refusal.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import type { FieldMessage } from '../ui/fieldMessages.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { applicantTrail } from './ApplicantPage.tsx';
import type { ApplicantLine } from './ApplicantsPage.tsx';

export type ApplicantResultsProps = {
  list: { rows: readonly ApplicantLine[]; total: number; page: number; pages: number };
  postingId: string | null;
  today: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const text = applicantsText.results;

/** 選考結果 of many applicants in one form: whoever is left open stays 未登録; all that is chosen is saved, or nothing. */
export function ApplicantResults(props: ApplicantResultsProps) {
  const { list, postingId, today, idempotencyKey, answer } = props;
  const back = paths.mypage.applicants({ posting: postingId });
  const errors = answer?.errors ?? [];
  const rows = list.rows.map((row) => ({
    ...row,
    section: {
      ...resultRow(row.id, text.row(row.name, row.number)),
      help: text.about(
        shortDate(row.referredOn),
        applicantsText.days(daysBetween(row.referredOn, today)),
        `${row.jobTitle ?? applicantsText.untitled}　${row.postingNumber ?? ''}`,
      ),
    },
  }));
  const wrong = rows.flatMap(({ name, section }) =>
    errorMessages(section.fields, errors).map((one) => ({
      ...one,
      inSummary: text.named(name, one.message),
    })),
  );
  const gone = errors.filter(({ field }) => !wrong.some((one) => one.field === field)).flatMap(goneMessage);
  return (
    <>
      <PageTitle title={text.title} trail={applicantTrail} hasErrors={answer !== undefined} />
      {answer === undefined ? null : (
        <ErrorSummary
          messages={[...wrong.map((one) => ({ ...one, message: one.inSummary })), ...gone]}
          refusal={refusalSentence(answer)}
        />
      )}
      <p>{text.lead}</p>
      <p>{text.allOrNothing}</p>
      <Banner kind="info" title={applicantsText.directly}>
        <p>{applicantsText.directlyAbout}</p>
      </Banner>
      {rows.length === 0 ? (
        <EmptyState title={applicantsText.empty.unregistered}>
          <ButtonRow>
            <ButtonLink to={back}>{applicantsText.form.back}</ButtonLink>
          </ButtonRow>
        </EmptyState>
      ) : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[{ label: text.submit, intent: 'register' }]}
          cancel={{ to: back, label: applicantsText.form.back }}
        >
          {rows.map(({ id, version, section }) => (
            <FieldSet key={id} section={section} typed={answer?.typed ?? {}} messages={wrong}>
              <input type="hidden" name="row" value={`${id}:${version}`} />
            </FieldSet>
          ))}
        </FormFrame>
      )}
      {list.pages < 2 ? null : (
        <>
          <p>{text.morePages}</p>
          <Pagination
            {...list}
            href={(page) =>
              paths.mypage.applicantResults({ posting: postingId, ...(page === 1 ? {} : { page }) })
            }
          />
        </>
      )}
    </>
  );
}

/** About an applicant who is not in the form any more: the way to the page that says what has become of them. */
function goneMessage(error: FieldError): FieldMessage[] {
  const [field] = employerResultSection.fields;
  const id = error.field.slice(resultField('result', '').length);
  return field === undefined
    ? []
    : [{ field: error.field, message: fieldErrorText(error, field), href: paths.mypage.applicant(id) }];
}
