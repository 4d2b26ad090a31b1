import type { StaffRole } from '#app/domain/actor.ts';
import { common } from '#app/text/common.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { OfficeTabs } from './OfficeTabs.tsx';

/** A member of staff as these pages show them. */
export type Member = {
  id: string;
  name: string;
  loginName: string;
  role: StaffRole;
  active: boolean;
  temporaryPassword: boolean;
};

const text = officeText.members;

/** 利用中, 利用停止, or not signed in yet with a password of their own. */
export const stateWord = ({ active, temporaryPassword }: Member): string =>
  text.state[active ? (temporaryPassword ? 'temporary' : 'active') : 'inactive'];

export type MembersPageProps = { members: readonly Member[]; self: string };

/** 職員 of the office, those who have left included. */
export function MembersPage({ members, self }: MembersPageProps) {
  const { columns } = text;
  return (
    <>
      <PageTitle title={text.title} />
      <OfficeTabs now="staff" viewer="supervisor" />
      <p>{text.lead}</p>
      <PlainTable
        caption={text.caption}
        captionHidden
        rows={members}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'name',
            label: columns.name,
            heading: true,
            cell: ({ id, name }) => (
              <>
                <Link to={paths.staff.member(id)}>{name}</Link>
                {id === self ? text.you : null}
              </>
            ),
          },
          { key: 'loginName', label: columns.loginName, cell: ({ loginName }) => loginName },
          { key: 'role', label: columns.role, cell: ({ role }) => common.role[role] },
          { key: 'state', label: columns.state, cell: stateWord },
        ]}
      />
      <ButtonRow>
        <ButtonLink to={paths.staff.memberNew()} kind="primary">
          {text.add}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
