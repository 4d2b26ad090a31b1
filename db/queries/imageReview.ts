import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Image } from '#app/domain/image.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { imageStore } from '../stores/images.ts';

export type ImageReview = {
  establishment: Pick<Establishment, 'id' | 'name' | 'number'>;
  /** In the order of the page, without those taken down. */
  images: readonly Image[];
};

/** The images of one establishment; null outside the actor's reach. */
export async function imageReview(knex: Knex, actor: StaffActor, id: string): Promise<ImageReview | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
  if (establishment === undefined) return null;
  const { name, number } = establishment;
  return { establishment: { id, name, number }, images: await imageStore(knex).of(id) };
}
