import { transferText as text } from '#app/text/staff/transfer.ts';
import { Banner } from '../ui/Banner.tsx';
import type { TransferRow } from './TransfersPage.tsx';

/** On the card of an establishment that has moved away: where to, and whether it is registered there. */
export function TransferredBanner({ transfer }: { transfer: Omit<TransferRow, 'id'> }) {
  const { office, movedOn, restricted, registeredNumber } = transfer;
  return (
    <Banner kind="warning" title={text.banner(office.name, movedOn)}>
      <p>{text.bannerMore}</p>
      {restricted ? <p>{text.restrictedHere}</p> : null}
      <p>{registeredNumber === null ? text.bannerOpen : text.bannerSettled(registeredNumber)}</p>
    </Banner>
  );
}
