import { createHash } from 'node:crypto';
import { addDays } from '#app/domain/calendar.ts';
import type { ChangeKind, ChangeRequest } from '#app/domain/changeRequest.ts';
import { imagePurposes } from '#app/domain/image.ts';
import { volumeWords } from '#fixtures/volume.ts';
import type { OpenedOffice, Tools } from './office.ts';
import type { AcceptedPosting } from './postings.ts';
import { byEmployer, type Records } from './records.ts';

/** What else the counter has before it: changes asked for, images, notes and checks of its own. */
export async function layBeside(
  tools: Tools,
  opened: OpenedOffice,
  postings: readonly AcceptedPosting[],
  records: Records,
): Promise<void> {
  const withAccount = postings.filter(({ employer }) => employer.accountId !== null);
  const valid = withAccount.filter(({ state }) => state === 'valid');
  await askChanges(tools, opened, valid, records);
  await decideChanges(tools, opened, withAccount);
  await showImages(tools, opened);
  await noteAndCheck(tools, opened, postings);
}

const request = (
  { chance }: Tools,
  { office }: OpenedOffice,
  { id, employer }: AcceptedPosting,
  kind: Exclude<ChangeKind, 'establishment'>,
  at: string,
): ChangeRequest => ({
  id: chance.id(at),
  kind,
  establishmentId: employer.id,
  officeId: office.id,
  accountId: employer.accountId ?? '',
  postingId: id,
  state: 'submitted',
  before: {},
  after: {},
  stopReason: null,
  stopOn: null,
  answer: null,
  decidedAt: null,
  waitingSince: at,
  version: 2,
  createdAt: at,
});

/** 変更・募集停止・延長 that wait; of each posting at most one. */
async function askChanges(
  tools: Tools,
  opened: OpenedOffice,
  valid: readonly AcceptedPosting[],
  records: Records,
): Promise<void> {
  const { fill, chance, days, figures } = tools;
  const kinds = ['content', 'content', 'stop', 'extension'] as const;
  for (const [place, posting] of valid.slice(-figures.changes).entries()) {
    const askedAt = days.moment(days.open(1 + chance.below(6)));
    const kind = kinds[place % kinds.length] ?? 'content';
    const asked = request(tools, opened, posting, kind, askedAt);
    await fill.stores.changeRequests.insert({
      ...asked,
      ...(kind === 'content' && {
        before: posting.content,
        after: { ...posting.content, hiring_count: 2 },
      }),
      ...(kind === 'stop' && { stopReason: volumeWords.stop, stopOn: addDays(days.today, 1 + (place % 14)) }),
    });
    records.add({
      ...byEmployer(askedAt, asked.accountId),
      action: 'changeRequest.asked',
      subject: { type: 'change_request', id: asked.id },
      detail: { kind },
    });
  }
}

/** Changes that were accepted, with the content they replaced. */
async function decideChanges(
  tools: Tools,
  opened: OpenedOffice,
  postings: readonly AcceptedPosting[],
): Promise<void> {
  const { fill, chance, days, figures } = tools;
  for (const posting of postings.slice(0, figures.decidedChanges)) {
    const askedAt = days.moment(posting.acceptedOn);
    const asked = request(tools, opened, posting, 'content', askedAt);
    const before = { ...posting.content, hiring_count: 3 };
    await fill.stores.changeRequests.insert({
      ...asked,
      state: 'accepted',
      before,
      after: posting.content,
      decidedAt: askedAt,
      version: 3,
    });
    await fill.stores.changeRequests.keepVersion({
      id: chance.id(askedAt),
      postingId: posting.id,
      requestId: asked.id,
      content: before,
      replacedAt: askedAt,
    });
  }
}

/** Three images each; those of every eighth establishment wait. There are no files: a page shows their words. */
async function showImages(
  { fill, chance, days, figures }: Tools,
  { office, staff, employers }: OpenedOffice,
) {
  const shown = employers.filter(({ accountId }) => accountId !== null).slice(0, figures.pictured);
  const clerk = staff.find(({ role }) => role === 'clerk');
  for (const [place, { id: establishmentId, accountId }] of shown.entries()) {
    const waits = place % 8 === 7;
    const uploadedAt = days.moment(days.open(waits ? 1 + (place % 5) : 30 + chance.below(300)));
    const decision = {
      id: chance.id(uploadedAt),
      by: clerk?.id ?? '',
      at: uploadedAt,
      reasons: [],
      message: null,
    };
    for (const [position, purpose] of imagePurposes.entries()) {
      const id = chance.id(uploadedAt);
      await fill.stores.images.insert({
        id,
        establishmentId,
        officeId: office.id,
        state: waits ? 'waiting' : 'published',
        slot: position + 1,
        position,
        purpose,
        caption: volumeWords.caption,
        alt: volumeWords.alt,
        format: 'jpeg',
        bytes: 300_000,
        hash: createHash('sha256').update(id).digest('hex'),
        width: 1200,
        height: 800,
        uploadedBy: accountId ?? '',
        uploadedAt,
        decision: waits ? null : decision,
        version: waits ? 1 : 2,
      });
    }
  }
}

async function noteAndCheck(
  { fill, chance, days, figures }: Tools,
  { office, staff }: OpenedOffice,
  postings: readonly AcceptedPosting[],
): Promise<void> {
  const clerk = staff.find(({ role }) => role === 'clerk');
  const about = (place: number): AcceptedPosting | undefined => postings.at(-1 - (place % postings.length));
  for (let place = 0; place < figures.notes; place += 1) {
    const writtenAt = days.moment(days.open(1 + chance.below(200)));
    await fill.stores.staffNotes.insert({
      id: chance.id(writtenAt),
      officeId: office.id,
      establishmentId: about(place)?.employer.id ?? '',
      postingId: about(place)?.id ?? null,
      text: volumeWords.note,
      writtenBy: clerk?.id ?? '',
      writtenAt,
      takenBackAt: null,
    });
  }
  for (let place = 0; place < figures.checks; place += 1) {
    const addedAt = days.moment(days.open(1 + chance.below(30)));
    await fill.stores.extraChecks.insert({
      id: chance.id(addedAt),
      officeId: office.id,
      establishmentId: about(place)?.employer.id ?? '',
      postingId: about(place)?.id ?? null,
      reason: volumeWords.check,
      dueOn: addDays(days.today, place % 10),
      addedBy: clerk?.id ?? '',
      addedAt,
      settled: place % 4 === 0 ? null : { by: clerk?.id ?? '', at: addedAt, note: null },
      version: 1,
    });
  }
}
