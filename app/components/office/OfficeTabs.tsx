import type { StaffRole } from '#app/domain/actor.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import filters from '../review/QueueFilters.module.css';

export type OfficeTab = 'calendar';

const tabs: readonly { tab: OfficeTab; to: string; only?: StaffRole }[] = [
  { tab: 'calendar', to: paths.staff.officeCalendar() },
];

/** The pages about the office itself. */
export function OfficeTabs({ now, role }: { now: OfficeTab; role: StaffRole }) {
  return (
    <nav aria-label={officeText.tabsLabel}>
      <ul className={filters.tabs}>
        {tabs
          .filter(({ only }) => only === undefined || only === role)
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
