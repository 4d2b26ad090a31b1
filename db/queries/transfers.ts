import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { TransferAddress } from '#app/domain/transfer.ts';
import { fromJson } from '../rows.ts';
import { type Page, pageOf } from './page.ts';

/** 移管 as one of its two offices sees it. */
export type ShownTransfer = {
  id: string;
  /** Whether the actor's office is the new one, which sees the name and the address, and whether a restriction ended. */
  incoming: boolean;
  /** The record of the office that looks: the old one, or what was registered anew; null where there is none yet. */
  establishmentId: string | null;
  name: string;
  address: TransferAddress;
  movedOn: CalendarDate;
  /** The other office. */
  office: { name: string; phone: string };
  recordedAt: Instant;
  /** A restriction was in force when it moved; it has ended with the old MyPage. */
  restricted: boolean;
  settledAt: Instant | null;
  /** 事業所番号 at the new office, once it is registered there. */
  registeredNumber: string | null;
};

type Row = Record<string, string> & {
  settled_at: string | null;
  number: string | null;
  restricted: number | string;
};

const shownTo =
  ({ officeId }: StaffActor) =>
  (row: Row): ShownTransfer => {
    const incoming = row.to_office_id === officeId;
    return {
      id: row.id ?? '',
      incoming,
      establishmentId: (incoming ? row.registered_as : row.establishment_id) ?? null,
      name: row.name ?? '',
      address: fromJson(row.address ?? '{}'),
      movedOn: row.moved_on ?? '',
      office: incoming
        ? { name: row.from_name ?? '', phone: row.from_phone ?? '' }
        : { name: row.to_name ?? '', phone: row.to_phone ?? '' },
      recordedAt: row.recorded_at ?? '',
      restricted: Number(row.restricted) > 0,
      settledAt: row.settled_at,
      registeredNumber: row.number,
    };
  };

const withOffices = (knex: Knex) =>
  knex('establishment_transfer as t')
    .join('office as f', 'f.id', 't.from_office_id')
    .join('office as o', 'o.id', 't.to_office_id')
    .leftJoin('establishment as e', 'e.id', 't.registered_as')
    .select('t.*', 'e.number')
    .select({ restricted: knex('restriction').whereRaw('restriction.transfer_id = t.id').count('*') })
    .select({ from_name: 'f.name', from_phone: 'f.phone', to_name: 'o.name', to_phone: 'o.phone' });

/** 移管 into the actor's office and out of it: what waits to be registered first, then the newest. */
export async function transfers(knex: Knex, actor: StaffActor, page: number): Promise<Page<ShownTransfer>> {
  const ours = (query: Knex.QueryBuilder) =>
    query.where((either) =>
      either.where('t.to_office_id', actor.officeId).orWhere('t.from_office_id', actor.officeId),
    );
  const found = await pageOf<Row>(
    ours(knex('establishment_transfer as t')),
    ours(withOffices(knex)).orderByRaw(
      'case when t.to_office_id = ? and t.settled_at is null then 0 else 1 end, t.recorded_at desc, t.id',
      [actor.officeId],
    ),
    page,
  );
  return { ...found, rows: found.rows.map(shownTo(actor)) };
}

/** 移管 of an establishment of the actor's office; null where it has not moved. */
export async function transferOf(
  knex: Knex,
  actor: StaffActor,
  establishmentId: string,
): Promise<ShownTransfer | null> {
  const row = await withOffices(knex)
    .where({ 't.establishment_id': establishmentId, 't.from_office_id': actor.officeId })
    .first();
  return row ? shownTo(actor)(row) : null;
}

/** One that is addressed to the actor's office. */
export async function incomingTransfer(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<ShownTransfer | null> {
  const row = await withOffices(knex).where({ 't.id': id, 't.to_office_id': actor.officeId }).first();
  return row ? shownTo(actor)(row) : null;
}

/** Every office but the actor's own. */
export const otherOffices = (knex: Knex, actor: StaffActor): Promise<{ id: string; name: string }[]> =>
  knex('office').whereNot({ id: actor.officeId }).orderBy('code').select('id', 'name');
