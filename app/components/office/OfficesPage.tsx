import type { StaffRole } from '#app/domain/actor.ts';
import { phone as phoneText, postalCode } from '#app/text/format.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { OfficeTabs } from './OfficeTabs.tsx';

export type ShownOffice = {
  id: string;
  code: string;
  name: string;
  phone: string;
  postal: string;
  address: string;
};

export type OfficesPageProps = {
  own: ShownOffice;
  others: readonly ShownOffice[];
  viewer: StaffRole;
  corrects: boolean;
};

const text = officeText.data;

const addressOf = ({ postal, address }: ShownOffice): string => `${postalCode(postal)} ${address}`;

/** 安定所の情報: what employers read of the office, and how to reach the others. */
export function OfficesPage({ own, others, viewer, corrects }: OfficesPageProps) {
  const { fields } = text;
  return (
    <>
      <PageTitle title={text.title} />
      <OfficeTabs now="data" viewer={viewer} />
      <p>{text.lead}</p>
      <DefinitionTable
        caption={text.own}
        rows={[
          { label: fields.code, value: own.code },
          { label: fields.name, value: own.name },
          { label: fields.phone, value: phoneText(own.phone) },
          { label: fields.address, value: addressOf(own) },
        ]}
      />
      {corrects ? (
        <ButtonRow>
          <ButtonLink to={paths.staff.officeCorrection()}>{text.correct}</ButtonLink>
        </ButtonRow>
      ) : null}
      <PlainTable
        caption={text.others}
        rows={others}
        rowKey={({ id }) => id}
        empty={<p>{text.noOthers}</p>}
        columns={[
          { key: 'name', label: fields.name, heading: true, cell: ({ name }) => name },
          { key: 'code', label: fields.code, cell: ({ code }) => code },
          { key: 'phone', label: fields.phone, cell: ({ phone }) => phoneText(phone) },
          { key: 'address', label: fields.address, cell: addressOf },
        ]}
      />
    </>
  );
}
