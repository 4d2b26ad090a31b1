import { queueText } from '#app/text/staff/review.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { SubmitButton } from '../ui/Buttons.tsx';
import { SearchForm } from '../ui/SearchForm.tsx';
import styles from './QueueFilters.module.css';

export type QueueFiltersProps = {
  /** The query of the page, which the tabs keep. */
  search: string;
  state: keyof typeof queueText.tabs;
  due: keyof typeof queueText.due;
  q: string;
  counts: Readonly<Record<keyof typeof queueText.tabs, number>>;
};

const tabs = ['all', 'under_review', 'awaiting_visit', 'refusal_proposed'] as const;
const dues = ['all', 'overdue', 'today', 'ahead'] as const;

/** Filters of the queue: tabs by state with their counts, then due date and words. All of it stands in the address. */
export function QueueFilters({ search, state, due, q, counts }: QueueFiltersProps) {
  const current = new URLSearchParams(search);
  current.delete('done');
  const sort = current.get('sort');
  const tabHref = (tab: (typeof tabs)[number]) =>
    changeQuery(current, paths.staff.reviews(), { state: tab === 'all' ? null : tab, page: null });
  return (
    <div className={styles.filters}>
      <nav aria-label={queueText.tabsLabel}>
        <ul className={styles.tabs}>
          {tabs.map((tab) => (
            <li key={tab}>
              <Link to={tabHref(tab)} aria-current={tab === state ? 'page' : undefined}>
                {queueText.tabs[tab]} <b className="numeric">{counts[tab]}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SearchForm action={paths.staff.reviews()} label={queueText.apply} className={styles.form}>
        {state === 'all' ? null : <input type="hidden" name="state" value={state} />}
        {sort === null ? null : <input type="hidden" name="sort" value={sort} />}
        <label className={styles.field}>
          <span>{queueText.dueLabel}</span>
          <select name="due" defaultValue={due === 'all' ? '' : due} key={due}>
            {dues.map((one) => (
              <option key={one} value={one === 'all' ? '' : one}>
                {queueText.due[one]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          <span>{queueText.searchLabel}</span>
          <input name="q" type="search" defaultValue={q} key={q} maxLength={100} autoComplete="off" />
        </label>
        <SubmitButton kind="secondary">{queueText.apply}</SubmitButton>
        {due === 'all' && q === '' ? null : (
          <Link to={paths.staff.reviews(state === 'all' ? {} : { state })}>{queueText.clear}</Link>
        )}
      </SearchForm>
    </div>
  );
}
