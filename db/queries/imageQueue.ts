import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Image } from '#app/domain/image.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { imageStore } from '../stores/images.ts';
import { inScope } from '../stores/scope.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** An establishment with images that wait, and since when the oldest of them does. */
export type ImageQueueRow = { establishmentId: string; name: string; waiting: number; since: Instant };

const waitingFor = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  knex('image')
    .join('establishment', 'establishment.id', 'image.establishment_id')
    .where(inScope(scopeOf(actor), { office: 'image.office_id', establishment: 'image.establishment_id' }))
    .where('image.state', 'waiting');

const grouped = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  waitingFor(knex, actor)
    .groupBy('image.establishment_id', 'establishment.name')
    .select({ id: 'image.establishment_id', name: 'establishment.name' })
    .count({ waiting: '*' })
    .min({ since: 'image.uploaded_at' });

/** 画像の審査: what waits at the actor's office, the longest wait first. */
export async function imageQueue(knex: Knex, actor: StaffActor, page: number): Promise<Page<ImageQueueRow>> {
  type Row = { id: string; name: string; waiting: unknown; since: string };
  const found = await pageOf<Row>(
    knex.from(grouped(knex, actor).as('queue')),
    grouped(knex, actor).orderBy(['since', 'id']),
    page,
  );
  return {
    ...found,
    rows: found.rows.map(({ id, name, waiting, since }) => ({
      establishmentId: id,
      name,
      waiting: toCount(waiting),
      since,
    })),
  };
}

/** The establishment that waits the longest, another than this one; null when none does. */
export async function nextImages(knex: Knex, actor: StaffActor, except: string): Promise<string | null> {
  const row = await waitingFor(knex, actor)
    .whereNot('image.establishment_id', except)
    .orderBy(['image.uploaded_at', 'image.id'])
    .first('image.establishment_id as id');
  return row?.id ?? null;
}

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
