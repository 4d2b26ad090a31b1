import type { StaffRole } from '#app/domain/actor.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import filters from '../review/QueueFilters.module.css';

export type OfficeTab = keyof typeof officeText.tabs;

const tabs: readonly { tab: OfficeTab; to: string; only?: StaffRole }[] = [
  { tab: 'calendar', to: paths.staff.officeCalendar() },
  { tab: 'staff', to: paths.staff.members(), only: 'supervisor' },
  { tab: 'templates', to: paths.staff.templates(), only: 'supervisor' },
  { tab: 'permissions', to: paths.staff.permissions() },
];

/** The pages about the office itself. */
export function OfficeTabs({ now, viewer }: { now: OfficeTab; viewer: StaffRole }) {
  return (
    <nav aria-label={officeText.tabsLabel}>
      <ul className={filters.tabs}>
        {tabs
          .filter(({ only }) => only === undefined || only === viewer)
          .map(({ tab, to }) => (
            <li key={tab}>
              <Link to={to} aria-current={tab === now ? 'page' : undefined}>
                {officeText.tabs[tab]}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
