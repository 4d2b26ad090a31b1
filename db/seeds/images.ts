import { createHash } from 'node:crypto';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { ImagePurpose } from '#app/domain/image.ts';
import { decideImages } from '#app/procedures/image/decide.ts';
import { describeImage } from '#app/procedures/image/describe.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { bitmap, exterior, type Painter, product, workplace } from '#fixtures/pictures.ts';
import type { House } from './house.ts';
import type { Counter, Step } from './stories.ts';

type DemoPicture = {
  purpose: ImagePurpose;
  caption: string | null;
  end: 'waiting' | 'published' | 'returned';
};

/** Which establishments of the demo have images, and how far they have come. */
export const demoImages: readonly { establishment: number; pictures: readonly DemoPicture[] }[] = [
  {
    establishment: 0,
    pictures: [
      { purpose: 'exterior', caption: '駅から歩いてすぐの社屋です（見本）', end: 'published' },
      { purpose: 'workplace', caption: '明るい作業場です（見本）', end: 'published' },
      { purpose: 'product', caption: null, end: 'returned' },
    ],
  },
  {
    establishment: 1,
    pictures: [
      { purpose: 'exterior', caption: '本社の外観（見本）', end: 'waiting' },
      { purpose: 'workplace', caption: null, end: 'waiting' },
      { purpose: 'product', caption: '人気の商品です（見本）', end: 'waiting' },
    ],
  },
  {
    establishment: 3,
    pictures: [
      { purpose: 'workplace', caption: '休憩室（見本）', end: 'waiting' },
      { purpose: 'exterior', caption: null, end: 'waiting' },
    ],
  },
];

const painters: Readonly<Record<ImagePurpose, Painter>> = { exterior, workplace, product };

/** An employer registers painted pictures with words, and the counter decides those that are to be decided. */
export const tellImages = (
  house: House,
  employer: () => EmployerActor,
  { clerk }: Counter,
  { pictures, daysAgo }: { pictures: readonly DemoPicture[]; daysAgo: number },
): Step => ({
  at: house.time.at(daysAgo, '14:20'),
  act: async () => {
    const actor = employer();
    const establishmentId = actor.establishmentId ?? '';
    for (const { purpose, caption } of pictures) {
      const bytes = bitmap(640, 480, painters[purpose]);
      const id = house.newId();
      house.room.hold(id, bytes);
      const hash = createHash('sha256').update(bytes).digest('hex');
      await house.act(uploadImages, actor, {
        establishmentId,
        purpose,
        files: [{ id, bytes: bytes.length, hash }],
      });
      house.room.letGo(id);
      if (caption !== null)
        await house.act(describeImage, actor, { imageId: id, version: 1, purpose, caption, alt: caption });
    }
    const images = await house.read.images.of(establishmentId);
    const decisions = images.flatMap(({ id, version }, index) => {
      const end = pictures[index]?.end;
      if (end === undefined || end === 'waiting') return [];
      const publish = end === 'published';
      const reasons = publish ? [] : ['unclear'];
      return [{ imageId: id, version, publish, reasons, message: null }];
    });
    if (decisions.length > 0) await house.act(decideImages, clerk, { establishmentId, decisions });
    return undefined;
  },
});
