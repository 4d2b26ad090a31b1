import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { noteLength } from '#app/domain/staffNote.ts';
import { undoDecision } from '#app/procedures/posting/undo.ts';
import { addNote } from '#app/procedures/staffNote/add.ts';
import { takeBackNote } from '#app/procedures/staffNote/takeBack.ts';
import { notesAbout, staffNote } from '#db/queries/staffNotes.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('メモ of the counter', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;
  let posting: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    posting = await office.visited(sent, '2026-11-24');
  });

  const establishmentId = () => posting.establishmentId;
  const write = async (
    text: string,
    { by = office.staff.clerk, about = posting.id }: { by?: StaffActor; about?: string | null } = {},
  ) => {
    office.clock.moveOn(1000);
    const input = { establishmentId: establishmentId(), postingId: about, text };
    return office.perform(addNote, by, input);
  };
  const read = (postingId: string | null, by = office.staff.otherClerk) =>
    notesAbout(database.reader, by, { establishmentId: establishmentId(), postingId });
  const texts = async (postingId: string | null) => (await read(postingId)).notes.map(({ text }) => text);

  test('stand beside the posting with those of its establishment, newest first, with their writers', async () => {
    granted(await write('電話で賃金を確認（見本）'));
    granted(await write('社長は午後に在席（見本）', { about: null, by: office.staff.otherClerk }));
    expect(await texts(posting.id)).toEqual(['社長は午後に在席（見本）', '電話で賃金を確認（見本）']);
    expect((await read(posting.id)).notes).toMatchObject([
      { by: '確認 太郎（見本）', own: true, posting: null },
      { by: '窓口 花子（見本）', own: false, posting: { id: posting.id } },
    ]);
    const other = await office.submitted(employer, await office.filledIn(employer));
    expect(await texts(other.id)).toEqual(['社長は午後に在席（見本）']);
    expect(await texts(null)).toHaveLength(2);
  });

  test('are taken back by their writer: struck, counted no more, still read', async () => {
    const { noteId } = granted(await write('別の求人の話でした（見本）'));
    granted(await write('こちらは残る（見本）'));
    const takeBack = (by: StaffActor) => office.perform(takeBackNote, by, { noteId });
    expect(await takeBack(office.staff.otherClerk)).toMatchObject({ code: 'note-not-yours' });
    expect(await takeBack(office.staff.supervisor)).toMatchObject({ code: 'note-not-yours' });
    granted(await takeBack(office.staff.clerk));
    expect(await takeBack(office.staff.clerk)).toMatchObject({ code: 'note-not-yours' });
    expect(await read(posting.id)).toMatchObject({
      total: 2,
      standing: 1,
      notes: [
        { takenBackAt: null },
        { text: '別の求人の話でした（見本）', takenBackAt: office.clock.now().toISOString() },
      ],
    });
  });

  test('hold a thousand characters and not one more', async () => {
    granted(await write('あ'.repeat(noteLength)));
    await expect(write('あ'.repeat(noteLength + 1))).rejects.toMatchObject({ name: 'BadInput' });
    await expect(write('')).rejects.toMatchObject({ name: 'BadInput' });
  });

  test('keep their words out of the chain of the log, as a personal value', async () => {
    granted(await write('担当者の携帯は 090-0000-0000（見本）'));
    const row = await database.reader('audit_entry').where({ action: 'staffNote.added' }).first();
    expect(JSON.parse(row.detail)).toMatchObject({
      establishmentId: establishmentId(),
      postingId: posting.id,
    });
    expect(row.detail).not.toContain('090');
    const kept = await database.reader('audit_personal').where({ seq: row.seq }).first();
    expect(JSON.stringify(kept)).toContain('090-0000-0000');
  });

  test('stand in the way of no 取消し', async () => {
    const accepted = await office.accepted(posting);
    granted(await write('受理のあとの電話（見本）'));
    const input = { postingId: accepted.id, version: accepted.version, reason: '取り違え' };
    granted(await office.perform(undoDecision, office.staff.clerk, input));
  });

  test('are each office’s own, and not written by auditors or employers', async () => {
    const { noteId } = granted(await write('この庁舎だけ（見本）'));
    const { neighbour, auditor } = office.staff;
    await expect(write('よその庁舎', { by: neighbour })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(write('監査', { by: auditor })).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(write('求人者', { by: employer as never })).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(office.perform(takeBackNote, neighbour, { noteId })).rejects.toMatchObject({
      name: 'NotFound',
    });
    expect(await read(posting.id, neighbour)).toMatchObject({ notes: [], total: 0 });
    expect(await staffNote(database.reader, neighbour, noteId)).toBeNull();
    expect(await staffNote(database.reader, auditor, noteId)).toMatchObject({ own: false });
  });

  test('are not written about a draft, nor about a posting of another establishment', async () => {
    const draft = await office.filledIn(employer);
    await expect(write('下書き', { about: draft.id })).rejects.toMatchObject({ name: 'NotFound' });
    const other = await office.openedAtCounter('b@example.co.jp');
    const input = { establishmentId: other.establishmentId ?? '', postingId: posting.id, text: '取り違え' };
    await expect(office.perform(addNote, office.staff.clerk, input)).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});
