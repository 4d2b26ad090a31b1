import type { Instant } from '#app/domain/clock.ts';
import type { ReferralAges } from '#app/domain/referral.ts';
import { eraDate, phone as phoneText } from '#app/text/format.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { paths } from '#app/web/paths.ts';
import { PrintFrame } from '../ui/PrintFrame.tsx';
import { type ReferralRow, ReferralTable } from './ReferralTable.tsx';

export type UnregisteredSheetProps = {
  establishment: { id: string; name: string; phone: string };
  office: { name: string; phone: string };
  rows: readonly ReferralRow[];
  cut: boolean;
  ages: ReferralAges;
  today: string;
  now: Instant;
  issuer: string;
};

const text = referralsText.unregistered;

/** 未登録一覧 of one establishment, to go through with it by telephone or to send by FAX. */
export function UnregisteredSheet(props: UnregisteredSheetProps) {
  const { establishment, office, rows, cut, ages, today, now, issuer } = props;
  return (
    <PrintFrame
      title={text.title}
      issuedAt={now}
      issuer={`${office.name} ${issuer}`}
      confidential
      back={paths.staff.establishment(establishment.id)}
    >
      <p>{referralsText.letter.to(establishment.name)}</p>
      <p>
        {eraDate(today)}　{office.name}　{phoneText(office.phone)}
      </p>
      <p>{rows.length === 0 ? text.none : text.lead}</p>
      <ReferralTable
        caption={text.total(rows.length)}
        rows={rows}
        ages={ages}
        without="establishment"
        onPaper
        empty={null}
      />
      {cut ? <p>{text.cut}</p> : null}
    </PrintFrame>
  );
}
