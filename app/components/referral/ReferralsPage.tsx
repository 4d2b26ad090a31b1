import type { ReferralAges } from '#app/domain/referral.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { type ReferralRow, ReferralTable } from './ReferralTable.tsx';

export type ReferralTab = keyof typeof referralsText.tabs;

export type ReferralsPageProps = {
  tab: ReferralTab;
  ages: ReferralAges;
  list: {
    rows: readonly ReferralRow[];
    total: number;
    page: number;
    pages: number;
    counts: Readonly<Record<'unregistered' | 'overdue', number>>;
  };
  mayRefer: boolean;
};

const tabs = ['unregistered', 'overdue', 'ended'] as const satisfies readonly ReferralTab[];

/** 応募・選考結果: what is missing, the oldest first, and what has come in. */
export function ReferralsPage({ tab, ages, list, mayRefer }: ReferralsPageProps) {
  const href = (state: ReferralTab, page?: number) =>
    paths.staff.referrals({
      ...(state === 'unregistered' ? {} : { state }),
      ...(page === undefined || page === 1 ? {} : { page }),
    });
  return (
    <>
      <PageTitle title={referralsText.title} />
      <ButtonRow>
        {mayRefer ? (
          <ButtonLink to={paths.staff.referralNew()} kind="primary">
            {referralsText.make}
          </ButtonLink>
        ) : null}
        <ButtonLink to={paths.staff.referralsOverdue()}>{referralsText.byEmployer}</ButtonLink>
      </ButtonRow>
      <Tabs
        label={referralsText.tabsLabel}
        tabs={tabs.map((one) => ({
          key: one,
          to: href(one),
          label: referralsText.tabs[one],
          count: one === 'ended' ? undefined : list.counts[one],
          current: one === tab,
        }))}
      />
      <ReferralTable
        caption={referralsText.caption}
        captionHidden
        rows={list.rows}
        ages={ages}
        empty={<EmptyState title={referralsText.empty(referralsText.tabs[tab])} />}
      />
      {list.total === 0 ? null : <Pagination {...list} href={(page) => href(tab, page)} />}
    </>
  );
}
