import { expect, test } from 'vitest';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { lastFileCheck } from '#db/queries/retention.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { eraseInTheNight } from '#test/support/retention.ts';
import { heldFiles } from '#test/support/uploads.ts';
import { granted, openOffice } from '#test/support/world.ts';

const stray = '01900000-0000-7000-8000-000000000001';

describeOnEveryDatabase('画像ファイルの点検 of the night', (open) => {
  test('removes files without an image and reports images without a file, to the office they belong to', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const establishmentId = employer.establishmentId ?? '';
    const files = heldFiles(office, bitmap(40, 30), bitmap(30, 40));
    granted(await office.perform(uploadImages, employer, { establishmentId, purpose: 'workplace', files }));
    const [lost, kept] = files.map(({ id }) => id);
    await office.room.files.remove(lost ?? '');
    await office.room.files.write(stray, new Uint8Array([1]), new Uint8Array([1]));
    expect(await lastFileCheck(office.database.reader, office.staff.clerk)).toBeNull();

    await eraseInTheNight(office, '2026-11-25', ['image.checkFiles']);
    expect(await office.room.files.read(stray, 'picture')).toBeNull();
    expect(await office.room.files.read(kept ?? '', 'picture')).not.toBeNull();
    const check = await lastFileCheck(office.database.reader, office.staff.clerk);
    expect(check).toMatchObject({ removed: 1, missing: 1, establishments: [{ id: establishmentId }] });
    const elsewhere = await lastFileCheck(office.database.reader, office.staff.neighbour);
    expect(elsewhere).toMatchObject({ missing: 1, establishments: [] });
  });
});
