import { fromJson } from '../rows.ts';

/** 所在地 as the establishment form keeps it. */
export type Address = {
  postal: string | null;
  prefecture: string | null;
  city: string | null;
  street: string | null;
  building: string | null;
};

/** The address in the stored values of an establishment. */
export function addressIn(details: string): Address {
  const { postal, prefecture, city, street, building } = fromJson<Partial<Address>>(details);
  return {
    postal: postal ?? null,
    prefecture: prefecture ?? null,
    city: city ?? null,
    street: street ?? null,
    building: building ?? null,
  };
}
