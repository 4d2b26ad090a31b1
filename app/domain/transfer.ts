import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** Where an establishment has moved to. */
export type TransferAddress = {
  postal: string;
  prefecture: string;
  city: string;
  street: string;
  building: string | null;
};

/**
 * 移管: an establishment has moved into the jurisdiction of another office (leaflet 「管轄ハローワークが変わる場合などは、求人者マイページ上に
 * 保有している情報は引き継がれません」). The new office hears the name and the new address, and registers it anew.
 */
export type Transfer = {
  id: string;
  establishmentId: string;
  fromOfficeId: string;
  toOfficeId: string;
  /** The day on which the establishment moved, as it was told. */
  movedOn: CalendarDate;
  reason: string;
  name: string;
  address: TransferAddress;
  recordedBy: string;
  recordedAt: Instant;
  /** What the new office has registered, and who said so when. */
  settled: { as: string; by: string; at: Instant } | null;
};
