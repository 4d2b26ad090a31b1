import { phone, postalCode } from '#app/text/format.ts';

/** 公共職業安定所 as an employer finds and calls it. */
export type OfficeContact = { name: string; phone: string; postal: string; address: string };

/** ハローワーク…, where it is, and its telephone number to press. */
export function OfficeAddress({ office }: { office: OfficeContact }) {
  return (
    <p>
      {office.name}
      <br />
      {postalCode(office.postal)} {office.address}
      <br />
      <a href={`tel:${office.phone}`}>{phone(office.phone)}</a>
    </p>
  );
}
