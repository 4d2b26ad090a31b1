import { auditText } from '#app/text/staff/audit.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import filters from '../review/QueueFilters.module.css';

const tabs = {
  office: paths.staff.audit(),
  nobody: paths.staff.audit({ of: 'nobody' }),
  views: paths.staff.auditViews(),
  check: paths.staff.auditCheck(),
} as const;

export type AuditTab = keyof typeof tabs;

/** The four pages of 記録. */
export function AuditTabs({ now }: { now: AuditTab }) {
  return (
    <nav aria-label={auditText.tabsLabel}>
      <ul className={filters.tabs}>
        {Object.entries(tabs).map(([tab, to]) => (
          <li key={tab}>
            <Link to={to} aria-current={tab === now ? 'page' : undefined}>
              {auditText.tabs[tab as AuditTab]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
