import type { StaffActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../../stores/scope.ts';
import { noDue, noText, type QueueSource } from './source.ts';

const scopeOfImages = (actor: StaffActor) =>
  inScope(scopeOf(actor), { office: 'image.office_id', establishment: 'image.establishment_id' });

/**
 * 画像: one item for each establishment with images that wait, namely the one of them that came first. Nothing is
 * grouped, so that the list is read in its order.
 */
export const waitingImages: QueueSource[] = [
  {
    kind: 'image',
    waiting: (knex, actor) =>
      knex('image').where(scopeOfImages(actor)).where('image.state', 'waiting').whereNotExists(
        knex('image as earlier')
          .whereRaw('earlier.establishment_id = image.establishment_id')
          // Spelled out, so that the index of those that wait is known to hold them.
          .whereRaw("earlier.state = 'waiting'")
          .whereRaw('(earlier.uploaded_at, earlier.id) < (image.uploaded_at, image.id)'),
      ),
    columns: {
      id: 'image.establishment_id',
      establishmentId: 'image.establishment_id',
      postingId: noText,
      state: 'image.state',
      ...noDue,
      since: 'image.uploaded_at',
      title: noText,
      number: noText,
      images:
        "(select cast(count(*) as integer) from image as one where one.establishment_id = image.establishment_id and one.state = 'waiting')",
    },
  },
];
