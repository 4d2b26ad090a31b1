import type { StaffRole } from '#app/domain/actor.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { Tabs } from '../ui/Tabs.tsx';

export type OfficeTab = keyof typeof officeText.tabs;

const tabs: readonly { tab: OfficeTab; to: string; only?: StaffRole }[] = [
  { tab: 'calendar', to: paths.staff.officeCalendar() },
  { tab: 'data', to: paths.staff.offices() },
  { tab: 'staff', to: paths.staff.members(), only: 'supervisor' },
  { tab: 'templates', to: paths.staff.templates(), only: 'supervisor' },
  { tab: 'permissions', to: paths.staff.permissions() },
];

/** The pages about the office itself. */
export function OfficeTabs({ now, viewer }: { now: OfficeTab; viewer: StaffRole }) {
  return (
    <Tabs
      label={officeText.tabsLabel}
      tabs={tabs
        .filter(({ only }) => only === undefined || only === viewer)
        .map(({ tab, to }) => ({ key: tab, to, label: officeText.tabs[tab], current: tab === now }))}
    />
  );
}
