import type { Knex } from 'knex';
import type { Actor, EmployerActor } from '#app/domain/actor.ts';
import type { Image } from '#app/domain/image.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { imageStore } from '../stores/images.ts';

/** The images of the employer's establishment in the order of the page, without those taken down. */
export const mypageImages = (knex: Knex, actor: EmployerActor): Promise<readonly Image[]> =>
  imageStore(knex).of(actor.establishmentId ?? '');

/** One image within the actor's reach; null outside it, and when it was taken down. */
export async function imageInReach(knex: Knex, actor: Actor, id: string): Promise<Image | null> {
  const image = await imageStore(knex).find(scopeOf(actor), id);
  return image === undefined || image.state === 'removed' ? null : image;
}
