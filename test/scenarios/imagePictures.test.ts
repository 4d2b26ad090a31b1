import { expect, test } from 'vitest';
import type { Actor, StaffActor } from '#app/domain/actor.ts';
import { removeImage } from '#app/procedures/image/remove.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { pictureAnswer, withPostedFiles } from '#app/web/uploads.server.ts';
import { imageReview } from '#db/queries/imageReview.ts';
import { imageInReach } from '#db/queries/images.ts';
import { unfiltered } from '#db/queries/queue/filter.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { queueRows } from '#db/queries/queue/rows.ts';
import { staffCounts } from '#db/queries/staffCounts.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { heldFiles } from '#test/support/uploads.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('A picture', (open) => {
  const registered = async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const establishmentId = employer.establishmentId ?? '';
    const files = heldFiles(office, bitmap(40, 30));
    granted(await office.perform(uploadImages, employer, { establishmentId, purpose: 'exterior', files }));
    const id = files[0]?.id ?? '';
    const sees = async (actor: Actor) => (await imageInReach(database.reader, actor, id)) !== null;
    return { database, office, employer, establishmentId, id, sees };
  };

  test('is seen by its establishment and its office, and by nobody once it is taken down', async () => {
    const { office, employer, id, sees } = await registered();
    const stranger = await office.openedAtCounter('b@example.co.jp');
    const { clerk, auditor, neighbour } = office.staff;
    for (const actor of [employer, clerk, auditor]) expect(await sees(actor)).toBe(true);
    for (const actor of [stranger, neighbour]) expect(await sees(actor)).toBe(false);
    granted(await office.perform(removeImage, employer, { imageId: id, version: 1 }));
    for (const actor of [employer, clerk]) expect(await sees(actor)).toBe(false);
  });

  test('goes out as a private WebP that may do nothing', async () => {
    const { office, id } = await registered();
    const answer = await pictureAnswer(office, id, 'thumbnail');
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=300',
    });
    expect(new TextDecoder('latin1').decode((await answer?.arrayBuffer())?.slice(8, 12))).toBe('WEBP');
  });

  test('waits in the queue of its own office, and is counted in its header', async () => {
    const { database, office, establishmentId } = await registered();
    const { clerk, neighbour } = office.staff;
    const today = '2026-11-24';
    const now = office.clock.now().toISOString();
    const waiting = (actor: StaffActor) =>
      queueRows(database.reader, { ...unfiltered, kind: 'image' }, { actor, today, now }, { limit: 50 });
    expect(await waiting(clerk)).toMatchObject([{ id: establishmentId, images: 1 }]);
    const except = { kind: 'image' as const, id: establishmentId };
    expect(await nextInQueue(database.reader, clerk, now, { kind: 'image' })).toMatchObject(except);
    expect(await nextInQueue(database.reader, clerk, now, { kind: 'image', except })).toBeNull();
    expect((await staffCounts(database.reader, clerk, today, now)).images).toBe(1);
    expect(await waiting(neighbour)).toEqual([]);
    expect(await imageReview(database.reader, neighbour, establishmentId)).toBeNull();
  });

  test('of a form sent twice has the same id, and that of another person or place another', async () => {
    const { office } = await registered();
    const form = (content: Uint8Array<ArrayBuffer>, key = 'k'.repeat(22)) => {
      const raw = new FormData();
      raw.append('files', new File([content], '見本.bmp'));
      raw.append('files', new File([content], '見本.bmp'));
      return { raw, key };
    };
    const idsOf = (actor: string, posted: ReturnType<typeof form>) =>
      withPostedFiles(office, actor, posted, 'files', async (files) => files.map(({ id }) => id));
    const first = await idsOf('a', form(bitmap(4, 4)));
    expect(await idsOf('a', form(bitmap(4, 4)))).toEqual(first);
    const others = [
      await idsOf('b', form(bitmap(4, 4))),
      await idsOf('a', form(bitmap(4, 5))),
      await idsOf('a', form(bitmap(4, 4), 'l'.repeat(22))),
    ];
    expect(new Set([...first, ...others.flat()]).size).toBe(8);
  });
});
