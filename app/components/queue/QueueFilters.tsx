import { type QueueKind, queueKinds, typeOfKind } from '#app/domain/queue.ts';
import { queueKindWords, queueText } from '#app/text/staff/queue.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { SubmitButton } from '../ui/Buttons.tsx';
import form from '../ui/FilterForm.module.css';
import { SearchForm } from '../ui/SearchForm.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { dues, holders, onlys, type QueueAddress } from './address.ts';
import styles from './QueueFilters.module.css';

export type QueueFiltersProps = {
  address: QueueAddress;
  /** The query of the page, which the tabs keep. */
  query: URLSearchParams;
  counts: Readonly<Record<QueueKind, number>>;
  /** How many postings of the tab are on hold. */
  held: number;
};

/** Filters of the queue: tabs by kind with their counts, then due date, 担当 and words. All of it stands in the address. */
export function QueueFilters({ address, query, counts, held }: QueueFiltersProps) {
  const { kind, due, holder, only, q } = address;
  const sort = query.get('sort');
  const tabs = [
    { kind: null, label: queueText.all, count: queueKinds.reduce((sum, one) => sum + counts[one], 0) },
    ...queueKinds.map((one) => ({ kind: one, label: queueKindWords[one], count: counts[one] })),
  ];
  return (
    <div className={styles.filters}>
      <Tabs
        label={queueText.tabsLabel}
        tabs={tabs.map((tab) => ({
          key: tab.label,
          to: changeQuery(query, paths.staff.reviews(), { kind: tab.kind, page: null }),
          label: tab.label,
          count: tab.count,
          current: tab.kind === kind,
        }))}
      />
      <SearchForm action={paths.staff.reviews()} label={queueText.apply} className={form.form}>
        {kind === null ? null : <input type="hidden" name="kind" value={kind} />}
        {sort === null ? null : <input type="hidden" name="sort" value={sort} />}
        <label className={form.field}>
          <span>{queueText.dueLabel}</span>
          <select name="due" defaultValue={due ?? ''} key={due}>
            <option value="">{queueText.due.all}</option>
            {dues.map((one) => (
              <option key={one} value={one}>
                {queueText.due[one]}
              </option>
            ))}
          </select>
        </label>
        <label className={form.field}>
          <span>{queueText.holderLabel}</span>
          <select name="holder" defaultValue={holder ?? ''} key={holder}>
            <option value="">{queueText.holder.all}</option>
            {holders.map((one) => (
              <option key={one} value={one}>
                {queueText.holder[one]}
              </option>
            ))}
          </select>
        </label>
        <label className={form.field}>
          <span>{queueText.searchLabel}</span>
          <input name="q" type="search" defaultValue={q} key={q} maxLength={100} autoComplete="off" />
        </label>
        {kind === null || only !== null || typeOfKind[kind] === 'posting' ? (
          <label className={form.field}>
            <span>{queueText.onlyLabel(held)}</span>
            <select name="only" defaultValue={only ?? ''} key={only}>
              <option value="">{queueText.only.all}</option>
              {onlys.map((one) => (
                <option key={one} value={one}>
                  {queueText.only[one]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <SubmitButton kind="secondary">{queueText.apply}</SubmitButton>
        {due === null && holder === null && only === null && q === '' ? null : (
          <Link to={paths.staff.reviews(kind === null ? {} : { kind })}>{queueText.clear}</Link>
        )}
      </SearchForm>
    </div>
  );
}
