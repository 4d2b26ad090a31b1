import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** 仮登録 by the employer online, 登録済 once the counter has checked it (domain.md §3). */
export const establishmentStates = ['provisional', 'registered'] as const;
export type EstablishmentState = (typeof establishmentStates)[number];

/** 事業所: the unit of the MyPage, registered at the office with jurisdiction over its address. */
export type Establishment = {
  id: string;
  officeId: string;
  state: EstablishmentState;
  /** 事業所番号 4-6-1; null until the counter has entered it. */
  number: string | null;
  /** 法人番号, 13 digits; null for sole proprietors. */
  corporateNumber: string | null;
  name: string;
  nameKana: string;
  phone: string;
  /** All values of the establishment form, by field name (app/forms/establishment.ts). */
  details: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  registeredOn: CalendarDate | null;
  version: number;
  createdAt: Instant;
};

/** Why an existing record may be the same establishment; shown before a new one is made. */
export type DuplicateMatch = {
  establishmentId: string;
  matched: readonly ('number' | 'corporateNumber' | 'name' | 'phone')[];
};
