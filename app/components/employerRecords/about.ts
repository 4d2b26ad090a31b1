import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';
import { groundWords } from '#app/forms/employerRecords.ts';
import { longDate } from '#app/text/format.ts';
import { employerRecordsText as text } from '#app/text/staff/employerRecords.ts';
import { type ComplaintRow, postingName, topicList } from './complaintColumns.tsx';
import type { RecordFormPageProps } from './RecordFormPage.tsx';

type About = NonNullable<RecordFormPageProps['about']>;

/** A complaint to read above the form that settles it. */
export const aboutComplaint = (complaint: ComplaintRow): About => ({
  caption: text.complaints,
  rows: [
    { label: text.columns.receivedOn, value: longDate(complaint.receivedOn) },
    {
      label: text.columns.posting,
      value: complaint.postingId === null ? text.noPosting : postingName(complaint),
    },
    { label: text.columns.topics, value: topicList(complaint.topics) },
    { label: text.columns.description, value: complaint.description },
  ],
});

/** A refusal period to read above the form that puts it right. */
export const aboutPeriod = ({ ground, from, sentOrPublishedOn }: RefusalPeriod): About => ({
  caption: text.refusalPeriods,
  rows: [
    { label: text.periodColumns.from, value: longDate(from) },
    { label: text.periodColumns.ground, value: groundWords[ground] },
    ...(sentOrPublishedOn === null
      ? []
      : [{ label: text.periodColumns.sent, value: longDate(sentOrPublishedOn) }]),
  ],
});
