import { knownActs } from '#app/text/acts.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { Link } from '#app/web/remix.ts';
import { SubmitButton } from '../ui/Buttons.tsx';
import filters from '../ui/FilterForm.module.css';
import { SearchForm } from '../ui/SearchForm.tsx';
import { otherPeople, type ShownFilter } from './filter.ts';

const text = auditText.filter;

const families = [...new Set(knownActs.map(({ family }) => family))];

/** Who, what, which record, when; all of it stands in the address. */
export function AuditFilters({
  action,
  filter,
  people,
  withActs,
}: {
  action: string;
  filter: ShownFilter;
  people: readonly { id: string; name: string }[];
  /** Views are of one kind only, and only staff looks. */
  withActs: boolean;
}) {
  const { of, person, action: act, typedRecord, from, to } = filter;
  const asks = [person, act, filter.record, from, to].some((one) => one !== null);
  return (
    <SearchForm action={action} label={text.apply} className={filters.form}>
      {of === 'office' ? null : <input type="hidden" name="of" value={of} />}
      <label className={filters.field}>
        <span>{withActs ? text.person : text.viewer}</span>
        <select name="person" defaultValue={person ?? ''} key={person}>
          <option value="">{text.everybody}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {withActs
            ? otherPeople.map((kind) => (
                <option key={kind} value={kind}>
                  {text.kinds[kind]}
                </option>
              ))
            : null}
        </select>
      </label>
      {withActs ? (
        <label className={filters.field}>
          <span>{text.action}</span>
          <select name="action" defaultValue={act ?? ''} key={act}>
            <option value="">{text.everybody}</option>
            {families.map((family) => (
              <optgroup key={family} label={auditText.family(family)}>
                {knownActs
                  .filter((one) => one.family === family)
                  .map((one) => (
                    <option key={one.action} value={one.action}>
                      {one.word}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
      ) : null}
      <label className={filters.field}>
        <span>{text.record}</span>
        <input
          name="record"
          type="search"
          defaultValue={typedRecord}
          key={typedRecord}
          maxLength={100}
          autoComplete="off"
        />
      </label>
      <label className={filters.field}>
        <span>{text.from}</span>
        <input name="from" type="date" defaultValue={from ?? ''} key={from} />
      </label>
      <label className={filters.field}>
        <span>{text.to}</span>
        <input name="to" type="date" defaultValue={to ?? ''} key={to} />
      </label>
      <SubmitButton kind="secondary">{text.apply}</SubmitButton>
      {asks ? <Link to={of === 'office' ? action : `${action}?of=${of}`}>{text.clear}</Link> : null}
    </SearchForm>
  );
}
