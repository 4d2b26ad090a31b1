import type { Role, StaffRole } from '#app/domain/actor.ts';
import { type Permission, permissions } from '#app/domain/permissions.ts';
import { permissionWords } from '#app/text/permissions.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { officeText } from '#app/text/staff/office.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { OfficeTabs } from './OfficeTabs.tsx';

const text = officeText.permissions;

type Row = { permission: Permission; roles: readonly Role[] };

const rows: readonly Row[] = (Object.keys(permissions) as Permission[]).map((permission) => ({
  permission,
  roles: permissions[permission],
}));

const staffRoles = ['clerk', 'supervisor', 'auditor'] as const satisfies readonly Role[];
const otherRoles = ['employer', 'visitor', 'system', 'partner'] as const satisfies readonly Role[];

const forStaff = rows.filter(({ roles }) => staffRoles.some((role) => roles.includes(role)));
const forOthers = rows.filter((row) => !forStaff.includes(row));

const columnsOf = (shown: readonly Role[]): readonly Column<Row>[] => [
  { key: 'act', label: text.act, heading: true, cell: ({ permission }) => permissionWords[permission] },
  ...shown.map((role) => ({
    key: role,
    label: auditText.role(role),
    cell: ({ roles }: Row) =>
      roles.includes(role) ? (
        <span>
          ○<span className="visually-hidden"> {text.yes}</span>
        </span>
      ) : (
        <span className="visually-hidden">{text.no}</span>
      ),
  })),
];

/** 役割と操作: the table that every page and every act is checked against, in words. */
export function PermissionsPage({ viewer }: { viewer: StaffRole }) {
  return (
    <>
      <PageTitle title={text.title} />
      <OfficeTabs now="permissions" viewer={viewer} />
      <p>{text.lead}</p>
      <PlainTable
        caption={text.caption}
        captionHidden
        rows={forStaff}
        rowKey={({ permission }) => permission}
        empty={null}
        columns={columnsOf(staffRoles)}
      />
      <PlainTable
        caption={text.others}
        rows={forOthers}
        rowKey={({ permission }) => permission}
        empty={null}
        columns={columnsOf(otherRoles)}
      />
    </>
  );
}
