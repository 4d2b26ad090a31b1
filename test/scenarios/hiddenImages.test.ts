import { expect, test } from 'vitest';
import { decideImages } from '#app/procedures/image/decide.ts';
import { describeImage } from '#app/procedures/image/describe.ts';
import { hideImage } from '#app/procedures/image/hide.ts';
import { removeImage } from '#app/procedures/image/remove.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { mypageHome } from '#db/queries/mypageHome.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { heldFiles } from '#test/support/uploads.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('表示不可 of a published image', (open) => {
  const published = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const establishmentId = employer.establishmentId ?? '';
    const files = heldFiles(office, bitmap(40, 30));
    granted(await office.perform(uploadImages, employer, { establishmentId, purpose: 'workplace', files }));
    const image = async () => {
      const [one] = await office.stores.images.of(establishmentId);
      if (one === undefined) throw new Error('No image.');
      return one;
    };
    const shown = async () => {
      const { id, version } = await image();
      return { imageId: id, version };
    };
    const publish = async () => {
      const decision = { ...(await shown()), publish: true, reasons: [], message: null };
      const input = { establishmentId, decisions: [decision] };
      return granted(await office.perform(decideImages, office.staff.clerk, input));
    };
    return { office, employer, image, shown, publish };
  };

  test('needs a reason, frees the place, keeps the picture for its employer and tells them by mail', async () => {
    const { office, employer, image, shown, publish } = await published();
    await publish();
    const { clerk } = office.staff;
    const silent = { ...(await shown()), reasons: [], message: null };
    expect(await office.perform(hideImage, clerk, silent)).toMatchObject({
      code: 'fields-wrong',
      fields: [{ field: 'reasons', code: 'required' }],
    });
    const message = '看板に他社の商標が大きく写っています。';
    granted(await office.perform(hideImage, clerk, { ...(await shown()), reasons: ['logo'], message }));
    expect(await image()).toMatchObject({
      state: 'hidden',
      slot: null,
      decision: { by: clerk.id, reasons: ['logo'], message },
    });
    await office.runner.runDue();
    const mail = office.mails.at(-1);
    expect(mail).toMatchObject({ kind: 'mail.imageHidden', to: employer.email });
    expect(mail?.subject).toContain('表示不可');
    expect(mail?.text).not.toContain('商標');
    expect(await office.room.files.read((await image()).id, 'picture')).not.toBeNull();
    const { rejectedImages } = await mypageHome(office.database.reader, employer);
    expect(rejectedImages).toEqual({ returned: 0, hidden: 1 });
    const words = { purpose: 'workplace' as const, caption: '直した説明', alt: null };
    await expect(
      office.perform(describeImage, employer, { ...(await shown()), ...words }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    granted(await office.perform(removeImage, employer, await shown()));
    expect((await mypageHome(office.database.reader, employer)).rejectedImages.hidden).toBe(0);
  });

  test('is not for an image that waits, and happens once', async () => {
    const { office, shown, publish } = await published();
    const reason = { reasons: ['logo'], message: null };
    await expect(
      office.perform(hideImage, office.staff.clerk, { ...(await shown()), ...reason }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    await publish();
    const seen = { ...(await shown()), ...reason };
    granted(await office.perform(hideImage, office.staff.clerk, seen));
    await expect(office.perform(hideImage, office.staff.otherClerk, seen)).rejects.toMatchObject({
      name: 'Conflict',
      decided: { by: office.staff.clerk.name, action: 'image.hidden' },
    });
  });

  test('is neither the auditor’s, nor the employer’s, nor another office’s to do', async () => {
    const { office, employer, shown, publish } = await published();
    await publish();
    const input = { ...(await shown()), reasons: ['logo'], message: null };
    for (const [actor, name] of [
      [office.staff.auditor, 'Forbidden'],
      [employer, 'Forbidden'],
      [office.staff.neighbour, 'NotFound'],
    ] as const)
      await expect(office.perform(hideImage, actor, input)).rejects.toMatchObject({ name });
  });
});
