import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { Tabs } from '../ui/Tabs.tsx';

const tabs = {
  due: paths.staff.retention(),
  plan: paths.staff.retentionPlan(),
  holds: paths.staff.retentionHolds(),
  certificates: paths.staff.certificates(),
} as const;

export type RetentionTab = keyof typeof tabs;

/** Above the pages of マイページの消去 that are not a tab. */
export const retentionTrail = [{ to: paths.staff.retention(), label: text.title }];

/** The four pages of マイページの消去. */
export function RetentionTabs({ now }: { now: RetentionTab }) {
  return (
    <Tabs
      label={text.tabsLabel}
      tabs={Object.entries(tabs).map(([tab, to]) => ({
        key: tab,
        to,
        label: text.tabs[tab as RetentionTab],
        current: tab === now,
      }))}
    />
  );
}
