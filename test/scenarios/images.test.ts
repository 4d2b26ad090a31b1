import { expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { isCounted } from '#app/domain/image.ts';
import { decideImages } from '#app/procedures/image/decide.ts';
import { describeImage } from '#app/procedures/image/describe.ts';
import { removeImage } from '#app/procedures/image/remove.ts';
import { reorderImage } from '#app/procedures/image/reorder.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { eraseInTheNight } from '#test/support/retention.ts';
import { heldFiles, pictures } from '#test/support/uploads.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const morning = '2026-11-24T10:00:00+09:00';
const most = 10;
const twoMegabytes = 2_097_152;

const idOf = ({ establishmentId }: EmployerActor): string => establishmentId ?? '';
const imagesOf = (office: World, employer: EmployerActor) => office.stores.images.of(idOf(employer));

const upload = async (office: World, employer: EmployerActor, ...files: readonly Uint8Array[]) => {
  const input = { establishmentId: idOf(employer), purpose: 'workplace' as const };
  const held = heldFiles(office, ...files);
  return granted(await office.perform(uploadImages, employer, { ...input, files: held })).answers;
};

const padded = (bytes: number): Uint8Array => {
  const file = new Uint8Array(bytes);
  file.set(bitmap(20, 10));
  return file;
};

describeOnEveryDatabase('Images that an employer registers', (open) => {
  const opened = async () => {
    const office = await openOffice(await open(), morning);
    return { office, employer: await office.openedAtCounter() };
  };

  test('wait for the office, with both pictures on the disk and the verdict kept', async () => {
    const { office, employer } = await opened();
    const [answer] = await upload(office, employer, bitmap(40, 30));
    const [image] = await imagesOf(office, employer);
    expect(answer).toEqual({ id: image?.id, kept: true });
    expect(image).toMatchObject({ state: 'waiting', slot: 1, format: 'bmp', width: 40, height: 30 });
    for (const size of ['picture', 'thumbnail'] as const)
      expect(await office.room.files.read(image?.id ?? '', size)).not.toBeNull();
    const verdicts = await office.stores.verdicts.allOf({ type: 'image', id: image?.id ?? '' });
    expect(verdicts).toMatchObject([{ occasion: 'upload', verdict: { outcome: 'accept' } }]);
  });

  test('get an answer each: the good ones are kept when others are refused', async () => {
    const { office, employer } = await opened();
    const answers = await upload(
      office,
      employer,
      padded(twoMegabytes),
      padded(twoMegabytes + 1),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      bitmap(20, 10).subarray(0, 200),
    );
    expect(answers).toMatchObject([
      { kept: true },
      { kept: false, reasons: [{ rule: 'IU2' }] },
      { kept: false, reasons: [{ rule: 'IU3' }] },
      { kept: false, problem: 'broken' },
    ]);
    expect(await imagesOf(office, employer)).toHaveLength(1);
  });

  test('are ten at most; the eleventh is refused, and kept once another was taken down', async () => {
    const { office, employer } = await opened();
    const answers = await upload(office, employer, ...pictures(most + 1));
    expect(answers.map(({ kept }) => kept)).toEqual([...Array<boolean>(most).fill(true), false]);
    expect(answers.at(-1)).toMatchObject({ reasons: [{ rule: 'IU1' }] });
    const [first] = await imagesOf(office, employer);
    if (!first) throw new Error('No image.');
    granted(await office.perform(removeImage, employer, { imageId: first.id, version: first.version }));
    expect(await upload(office, employer, bitmap(9, 9))).toMatchObject([{ kept: true }]);
  });

  test('are ten at most also when two windows send at once', async () => {
    const { office, employer } = await opened();
    await upload(office, employer, ...pictures(most - 1));
    const both = await Promise.all([
      upload(office, employer, bitmap(50, 9)),
      upload(office, employer, bitmap(51, 9)),
    ]);
    expect(
      both
        .flat()
        .map(({ kept }) => kept)
        .toSorted(),
    ).toEqual([false, true]);
    expect((await imagesOf(office, employer)).filter(({ state }) => isCounted(state))).toHaveLength(most);
  });

  test('sent twice under one key are registered once', async () => {
    const { office, employer } = await opened();
    const files = heldFiles(office, bitmap(30, 30));
    const input = { establishmentId: idOf(employer), purpose: 'product' as const, files };
    const send = () => office.perform(uploadImages, employer, input, 'one-key');
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await imagesOf(office, employer)).toHaveLength(1);
  });

  test('cannot be registered while the feature is closed, and nothing is decoded', async () => {
    const { office, employer } = await opened();
    const account = await office.stores.accounts.find(employer.accountId);
    if (!account) throw new Error('No account.');
    await office.stores.accounts.update({ ...account, suspendedOn: '2026-11-24' });
    const files = heldFiles(office, bitmap(30, 30));
    const input = { establishmentId: idOf(employer), purpose: 'product' as const, files };
    expect(await office.perform(uploadImages, employer, input)).toMatchObject({
      code: 'feature-closed',
      params: { feature: 'images' },
    });
    expect(await office.room.files.read(files[0]?.id ?? '', 'picture')).toBeNull();
    // The office registers them for the employer.
    expect(await office.perform(uploadImages, office.staff.clerk, input)).toMatchObject({ ok: true });
  });

  test('change places, and the first cannot go further up', async () => {
    const { office, employer } = await opened();
    await upload(office, employer, ...pictures(2));
    const before = (await imagesOf(office, employer)).map(({ id }) => id);
    for (const direction of ['up', 'up'] as const) {
      const second = (await imagesOf(office, employer)).find(({ id }) => id === before[1]);
      const shown = { imageId: second?.id ?? '', version: second?.version ?? 0 };
      granted(await office.perform(reorderImage, employer, { ...shown, direction }));
    }
    expect((await imagesOf(office, employer)).map(({ id }) => id)).toEqual(before.toReversed());
  });

  test('belong to their establishment: another one and another office find nothing', async () => {
    const { office, employer } = await opened();
    await upload(office, employer, bitmap(9, 9));
    const [image] = await imagesOf(office, employer);
    const stranger = await office.openedAtCounter('b@example.co.jp');
    const shown = { imageId: image?.id ?? '', version: 1 };
    for (const actor of [stranger, office.staff.neighbour])
      await expect(office.perform(removeImage, actor, shown)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(office.perform(removeImage, office.staff.auditor, shown)).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });

  test('leave no file behind that nobody shows: the night clears them away', async () => {
    const { office, employer } = await opened();
    await upload(office, employer, ...pictures(2));
    const [kept, gone] = await imagesOf(office, employer);
    if (!kept || !gone) throw new Error('No images.');
    const orphan = heldFiles(office, bitmap(9, 9))[0]?.id ?? '';
    await office.room.files.write(orphan, new Uint8Array([1]), new Uint8Array([1]));
    granted(await office.perform(removeImage, employer, { imageId: gone.id, version: gone.version }));
    await office.runner.runDue();
    expect(await office.room.files.read(orphan, 'picture')).not.toBeNull();
    await eraseInTheNight(office, '2026-11-25', ['image.checkFiles']);
    const left = await Promise.all(
      [kept.id, gone.id, orphan].map((id) => office.room.files.read(id, 'picture')),
    );
    expect(left.map((file) => file !== null)).toEqual([true, false, false]);
  });
});

describeOnEveryDatabase('Images at the counter', (open) => {
  const waiting = async (count: number) => {
    const office = await openOffice(await open(), morning);
    const employer = await office.openedAtCounter();
    await upload(office, employer, ...pictures(count));
    const images = await imagesOf(office, employer);
    const establishmentId = idOf(employer);
    const votes = images.map(({ id, version }, index) => ({
      imageId: id,
      version,
      publish: index > 0,
      reasons: index > 0 ? [] : ['people'],
      message: index > 0 ? null : '写っている方の同意をご確認ください。',
    }));
    return { office, employer, images, decision: { establishmentId, decisions: votes } };
  };

  test('are decided in one go, and the employer gets one mail', async () => {
    const { office, employer, decision } = await waiting(3);
    const result = granted(await office.perform(decideImages, office.staff.clerk, decision));
    expect(result).toEqual({ published: 2, returned: 1 });
    expect((await imagesOf(office, employer)).map(({ state, slot }) => [state, slot])).toEqual([
      ['returned', null],
      ['published', 2],
      ['published', 3],
    ]);
    await office.runner.runDue();
    const mails = office.mails.filter(({ kind }) => kind === 'mail.imagesDecided');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe(employer.email);
    expect(mails[0]?.text).toContain('公開した画像：2件\n差し戻した画像：1件');
  });

  test('decided by somebody else meanwhile stop the second decision whole', async () => {
    const { office, employer, decision } = await waiting(2);
    const [, second] = decision.decisions;
    if (!second) throw new Error('No second image.');
    granted(
      await office.perform(decideImages, office.staff.otherClerk, { ...decision, decisions: [second] }),
    );
    await expect(office.perform(decideImages, office.staff.clerk, decision)).rejects.toMatchObject({
      name: 'Conflict',
      decided: { by: '確認 太郎（見本）', action: 'image.decided' },
    });
    expect((await imagesOf(office, employer)).map(({ state }) => state)).toEqual(['waiting', 'published']);
  });

  test('go back with a reason only', async () => {
    const { office, employer, decision } = await waiting(1);
    const silent = decision.decisions.map((vote) => ({ ...vote, reasons: [], message: null }));
    expect(
      await office.perform(decideImages, office.staff.clerk, { ...decision, decisions: silent }),
    ).toMatchObject({ code: 'fields-wrong', fields: [{ code: 'required' }] });
    expect(await imagesOf(office, employer)).toMatchObject([{ state: 'waiting' }]);
  });

  test('wait again when the words of a published one are changed', async () => {
    const { office, employer, decision } = await waiting(2);
    granted(await office.perform(decideImages, office.staff.clerk, decision));
    const published = (await imagesOf(office, employer)).find(({ state }) => state === 'published');
    const shown = { imageId: published?.id ?? '', version: published?.version ?? 0 };
    const words = { purpose: 'product' as const, caption: '焼きたての見本', alt: null };
    granted(await office.perform(describeImage, employer, { ...shown, ...words }));
    expect((await imagesOf(office, employer)).at(-1)).toMatchObject({
      state: 'waiting',
      slot: 2,
      decision: null,
      caption: '焼きたての見本',
    });
  });

  test('are decided by the clerks of their own office', async () => {
    const { office, decision, employer } = await waiting(1);
    await expect(office.perform(decideImages, office.staff.neighbour, decision)).rejects.toMatchObject({
      name: 'NotFound',
    });
    for (const actor of [office.staff.auditor, employer])
      await expect(office.perform(decideImages, actor, decision)).rejects.toMatchObject({
        name: 'Forbidden',
      });
  });
});
