import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Image } from '#app/domain/image.ts';
import { openPictureFiles } from '#db/files.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

const morning = '2026-11-24T10:00:00+09:00';

describeOnEveryDatabase('The images of an establishment', (open) => {
  const office = async () => {
    const world = await openOffice(await open(), morning);
    const establishmentId = await world.registered();
    const image = (changes: Partial<Image> = {}): Image => ({
      id: randomUUID(),
      establishmentId,
      officeId: world.staff.clerk.officeId,
      state: 'waiting',
      slot: 1,
      position: 1,
      purpose: 'exterior',
      caption: null,
      alt: null,
      format: 'png',
      bytes: 1,
      hash: 'a'.repeat(64),
      width: 1,
      height: 1,
      uploadedBy: world.staff.clerk.id,
      uploadedAt: '2026-11-24T01:00:00.000Z',
      decision: null,
      version: 1,
      ...changes,
    });
    return { world, establishmentId, image };
  };

  test('come back as they were written, in the order of the page, without what was removed', async () => {
    const { world, establishmentId, image } = await office();
    const decision = {
      id: randomUUID(),
      by: world.staff.clerk.id,
      at: '2026-11-24T02:00:00.000Z',
      reasons: ['people'],
      message: '見本の説明',
    };
    const returned = image({ state: 'returned', slot: null, position: 1, decision });
    const waiting = image({ position: 2 });
    for (const one of [waiting, returned, image({ state: 'removed', slot: null })])
      await world.stores.images.insert(one);
    expect(await world.stores.images.of(establishmentId)).toEqual([returned, waiting]);
    expect(await world.stores.images.decidedIn(decision.id)).toEqual([returned]);
  });

  test('never hold the same place twice, and a place that was given up is free', async () => {
    const { world, image } = await office();
    const first = image();
    await world.stores.images.insert(first);
    await expect(world.stores.images.insert(image())).rejects.toThrow(/unique/i);
    await world.stores.images.update({ ...first, state: 'removed', slot: null });
    await world.stores.images.insert(image());
  });

  test('hold a place exactly while they count', async () => {
    const { world, image } = await office();
    await expect(world.stores.images.insert(image({ slot: null }))).rejects.toThrow(/constraint/i);
    await expect(world.stores.images.insert(image({ state: 'returned' }))).rejects.toThrow(/constraint/i);
  });

  test('are changed only by who has read their newest version', async () => {
    const { world, image } = await office();
    const first = image();
    await world.stores.images.insert(first);
    await world.stores.images.update({ ...first, caption: '見本' });
    await expect(world.stores.images.update(first)).rejects.toThrow(/changed since/);
  });

  test('are found by their own office only', async () => {
    const { world, image } = await office();
    const first = image();
    await world.stores.images.insert(first);
    const scopes = [world.staff.clerk, world.staff.neighbour].map(({ officeId }) => ({
      kind: 'office' as const,
      officeId,
    }));
    const found = await Promise.all(scopes.map((scope) => world.stores.images.find(scope, first.id)));
    expect(found.map((one) => one?.id)).toEqual([first.id, undefined]);
  });
});

describe('The files of the pictures', () => {
  const opened = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-pictures-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return { folder, files: openPictureFiles(path.join(folder, 'pictures')) };
  };
  const picture = new Uint8Array([1, 2, 3]);
  const thumbnail = new Uint8Array([4]);

  test('are read as they were written, and gone when removed', async () => {
    const { files } = await opened();
    const id = randomUUID();
    expect(await files.read(id, 'picture')).toBeNull();
    await files.write(id, picture, thumbnail);
    expect(await files.read(id, 'picture')).toEqual(picture);
    expect(await files.read(id, 'thumbnail')).toEqual(thumbnail);
    await files.remove(id);
    expect(await files.read(id, 'picture')).toBeNull();
  });

  test('leave no half file beside them, and take no name but an id', async () => {
    const { folder, files } = await opened();
    const id = randomUUID();
    await files.write(id, picture, thumbnail);
    await files.write(id, thumbnail, picture);
    expect((await readdir(path.join(folder, 'pictures'))).toSorted()).toEqual([
      `${id}.picture.webp`,
      `${id}.thumbnail.webp`,
    ]);
    await expect(files.read('../secret', 'picture')).rejects.toThrow('Not the id');
  });

  test('tell which of them were there before a moment', async () => {
    const { folder, files } = await opened();
    const [old, young] = [randomUUID(), randomUUID()];
    for (const id of [old, young]) await files.write(id, picture, thumbnail);
    const before = Date.parse('2026-11-24T00:00:00Z');
    for (const [id, at] of [
      [old, before - 1],
      [young, before],
    ] as const)
      for (const size of ['picture', 'thumbnail'])
        await utimes(path.join(folder, 'pictures', `${id}.${size}.webp`), at / 1000, at / 1000);
    expect(await files.olderThan(before)).toEqual([old]);
  });
});
