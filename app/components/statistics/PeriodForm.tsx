import { periodCode, periodFrom, periodKinds, type ReportPeriod } from '#app/domain/reportPeriod.ts';
import type { PeriodAsked } from '#app/forms/statistics.ts';
import { periodText, statisticsText } from '#app/text/staff/statistics.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { SubmitButton } from '../ui/Buttons.tsx';
import filter from '../ui/FilterForm.module.css';
import { SearchForm } from '../ui/SearchForm.tsx';
import styles from './Statistics.module.css';

const text = statisticsText.form;

export type PeriodFormProps = {
  asked: PeriodAsked;
  period: ReportPeriod | null;
  /** The periods to choose from. */
  offered: readonly ReportPeriod[];
  /** The periods beside the one that is shown; null where there is none. */
  before: ReportPeriod | null;
  after: ReportPeriod | null;
  /** The day that is wrong. */
  wrong: 'from' | 'until' | null;
};

/** The period stands in the address; every control works without a script. */
export function PeriodForm({ asked, period, offered, wrong, ...beside }: PeriodFormProps) {
  const chosen = period === null ? asked.period : periodCode(period);
  const codes = offered.map((one) => ({ kind: one.kind, code: periodCode(one), words: periodText(one) }));
  const own = codes.some(({ code }) => code === chosen) ? null : periodFrom(chosen);
  const day = (name: 'from' | 'until') => (
    <label className={filter.field}>
      <span>{text[name]}</span>
      <input
        name={name}
        type="text"
        defaultValue={asked[name]}
        key={asked[name]}
        maxLength={40}
        autoComplete="off"
        aria-describedby={wrong === name ? 'period-problem period-free-help' : 'period-free-help'}
        aria-invalid={wrong === name || undefined}
      />
    </label>
  );
  return (
    <div className={`${styles.chooser} not-printed`}>
      <SearchForm action={paths.staff.statistics()} label={text.label} className={filter.form}>
        <label className={filter.field}>
          <span>{text.period}</span>
          <select name="period" defaultValue={chosen} key={chosen}>
            {own === null ? null : <option value={chosen}>{periodText(own)}</option>}
            {periodKinds.map((kind) =>
              kind === 'free' ? (
                <option key={kind} value="free">
                  {text.free}
                </option>
              ) : (
                <optgroup key={kind} label={statisticsText.kinds[kind]}>
                  {codes
                    .filter((one) => one.kind === kind)
                    .map(({ code, words }) => (
                      <option key={code} value={code}>
                        {words}
                      </option>
                    ))}
                </optgroup>
              ),
            )}
          </select>
        </label>
        {day('from')}
        {day('until')}
        <SubmitButton kind="secondary">{text.submit}</SubmitButton>
        <p id="period-free-help" className={styles.help}>
          {text.freeHelp}
        </p>
      </SearchForm>
      {beside.before === null && beside.after === null ? null : (
        <p className={styles.beside}>
          {(['before', 'after'] as const).map((side) => {
            const one = beside[side];
            return one === null ? null : (
              <Link key={side} to={paths.staff.statistics({ period: periodCode(one) })}>
                {text[side]}（{periodText(one)}）
              </Link>
            );
          })}
        </p>
      )}
    </div>
  );
}
