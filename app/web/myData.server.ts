import type { Account } from '#app/domain/account.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Image } from '#app/domain/image.ts';
import type { Posting } from '#app/domain/posting.ts';
import { csvText } from '#app/forms/csv.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { type Field, type FormValues, fieldsOf } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingForm } from '#app/forms/posting.ts';
import type { DataFormat } from '#app/procedures/account/recordDownload.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { myDataText } from '#app/text/mypage/myData.ts';
import { jobsText } from '#app/text/staff/jobs.ts';
import { accountMarks, changeMarks, establishmentMarks, imageMarks, postingMarks } from '#app/text/status.ts';

/** What the file says; nothing of a record goes out that is not named below or in a catalogue. */
export type MyData = {
  establishment: Pick<Establishment, 'state' | 'registeredOn' | 'details'> | null;
  accounts: readonly Pick<Account, 'email' | 'state' | 'openedOn' | 'createdAt'>[];
  postings: readonly Posting[];
  returns: readonly { postingId: string; fields: readonly string[]; message: string | null; at: Instant }[];
  requests: readonly ChangeRequest[];
  images: readonly Image[];
  mails: readonly { email: string; kind: string; sentAt: Instant }[];
};

type Values = Readonly<Record<string, string>>;
type Part = { title: string; records: readonly Values[] };

const words = myDataText.items;

/** The filled fields of a catalogue in its words: nothing that is not in the catalogue goes out. */
const filled = (fields: readonly Field[], values: FormValues): Values =>
  Object.fromEntries(
    fields
      .map((field) => [field.label, formatValue(field, values[field.name] ?? null)] as const)
      .filter(([, value]) => value !== ''),
  );

const named = (pairs: readonly (readonly [string, string | null])[]): Values =>
  Object.fromEntries(
    pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1] !== ''),
  );

const day = (date: string | null): string | null => (date === null ? null : longDate(date));
const labelOf = (name: string): string =>
  fieldsOf(postingForm).find((field) => field.name === name)?.label ?? name;

/** Everything as parts of records in words, the same for both files. */
function partsOf(data: MyData): readonly Part[] {
  const { establishment, accounts, postings, returns, requests, images, mails } = data;
  const { parts } = myDataText;
  return [
    {
      title: parts.establishment,
      records:
        establishment === null
          ? []
          : [
              {
                ...named([
                  [words.state, establishmentMarks[establishment.state].word],
                  [words.registeredOn, day(establishment.registeredOn)],
                ]),
                ...filled(fieldsOf(establishmentForm), establishment.details),
              },
            ],
    },
    {
      title: parts.accounts,
      records: accounts.map((account) =>
        named([
          [words.email, account.email],
          [words.state, accountMarks[account.state].word],
          [words.openedOn, day(account.openedOn)],
          [words.createdAt, longInstant(account.createdAt)],
        ]),
      ),
    },
    {
      title: parts.postings,
      records: postings.map((posting) => ({
        ...named([
          [words.id, posting.id],
          [words.state, postingMarks[posting.state].word],
          [words.number, posting.number],
          [words.appliedOn, day(posting.appliedOn)],
          [words.acceptedOn, day(posting.acceptedOn)],
          [words.validUntil, day(posting.validUntil)],
          [words.invalidatedOn, day(posting.invalidatedOn)],
        ]),
        ...filled(fieldsOf(postingForm), posting.content),
      })),
    },
    {
      title: parts.returns,
      records: returns.map(({ postingId, fields, message, at }) =>
        named([
          [words.postingId, postingId],
          [words.at, longInstant(at)],
          [words.fields, fields.map(labelOf).join('、')],
          [words.answer, message],
        ]),
      ),
    },
    {
      title: parts.requests,
      records: requests.map((request) => ({
        ...named([
          [words.kind, changeKindWords[request.kind]],
          [words.postingId, request.postingId],
          [words.state, changeMarks[request.state].word],
          [words.createdAt, longInstant(request.createdAt)],
          [words.stopOn, day(request.stopOn)],
          [words.stopReason, request.stopReason],
          [words.answer, request.answer],
          [words.decidedAt, request.decidedAt && longInstant(request.decidedAt)],
        ]),
        ...filled(
          fieldsOf(request.kind === 'establishment' ? establishmentForm : postingForm),
          request.after,
        ),
      })),
    },
    {
      title: parts.images,
      records: images.map((image) =>
        named([
          [words.file, `${image.id}.${image.format}`],
          [words.state, imageMarks[image.state].word],
          [words.caption, image.caption],
          [words.alt, image.alt],
          [words.bytes, String(image.bytes)],
          [words.createdAt, longInstant(image.uploadedAt)],
        ]),
      ),
    },
    {
      title: parts.mails,
      records: mails.map(({ email, kind, sentAt }) =>
        named([
          [words.at, longInstant(sentAt)],
          [words.email, email],
          [words.kind, mailWord(kind)],
        ]),
      ),
    },
  ];
}

/** What a mail was about, as the list of jobs calls it. */
const mailWord = (kind: string): string => {
  const known = Object.entries(jobsText.kinds).find(([name]) => name === kind)?.[1] ?? kind;
  return known.slice(known.indexOf(myDataText.mailMark) + 1);
};

/** One value a row: which part, which record of it, which item. */
const csvOf = (parts: readonly Part[]): string =>
  csvText([
    myDataText.columns,
    ...parts.flatMap(({ title, records }) =>
      records.flatMap((record, index) =>
        Object.entries(record).map(([item, value]) => [title, index + 1, item, value]),
      ),
    ),
  ]);

const jsonOf = (parts: readonly Part[]): string =>
  `${JSON.stringify(Object.fromEntries(parts.map(({ title, records }) => [title, records])), null, 2)}\n`;

const types: Readonly<Record<DataFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** The employer's data as a file to keep. */
export const myDataFile = (data: MyData, format: DataFormat, fileName: string): Response =>
  new Response((format === 'csv' ? csvOf : jsonOf)(partsOf(data)), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
