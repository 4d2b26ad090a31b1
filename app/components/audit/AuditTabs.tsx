import { auditText } from '#app/text/staff/audit.ts';
import { paths } from '#app/web/paths.ts';
import { Tabs } from '../ui/Tabs.tsx';

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
    <Tabs
      label={auditText.tabsLabel}
      tabs={Object.entries(tabs).map(([tab, to]) => ({
        key: tab,
        to,
        label: auditText.tabs[tab as AuditTab],
        current: tab === now,
      }))}
    />
  );
}
