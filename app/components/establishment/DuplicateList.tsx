import { phone } from '#app/text/format.ts';
import { registrationText } from '#app/text/staff/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { addressText } from './address.ts';
import styles from './DuplicateList.module.css';
import type { Duplicate } from './EstablishmentEditor.tsx';

/** The name of the tick that says all shown records are others; its value is their ids. */
export const KNOWN_OTHERS = 'known_others';

/** The ids in a posted tick; empty when it was not ticked. */
export const knownOthersIn = (raw: FormData): string[] => {
  const value = raw.get(KNOWN_OTHERS);
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
};

/** Records that may be the same establishment, and the tick that they are not. The same number has no way past it. */
export function DuplicateList({ duplicates }: { duplicates: readonly Duplicate[] }) {
  const sameNumber = duplicates.some(({ matched }) => matched.includes('number'));
  return (
    <section className={styles.duplicates}>
      <h2>{registrationText.duplicatesTitle}</h2>
      <p>{registrationText.duplicatesLead}</p>
      <ul>
        {duplicates.map((one) => (
          <li key={one.id}>
            <p className={styles.name}>
              {one.ownOffice ? (
                <Link to={paths.staff.establishment(one.id)}>{one.name}</Link>
              ) : (
                <>
                  {one.name}（{registrationText.officeOf(one.officeName)}）
                </>
              )}
            </p>
            <p>{registrationText.matchedOn(one.matched.map((key) => registrationText.matchedWords[key]))}</p>
            <p className="numeric">
              {one.number} {one.corporateNumber} {phone(one.phone)}
            </p>
            <p>{addressText(one.address)}</p>
          </li>
        ))}
      </ul>
      {sameNumber ? null : (
        <label className={styles.tick}>
          <input type="checkbox" name={KNOWN_OTHERS} value={duplicates.map(({ id }) => id).join(',')} />
          {registrationText.knownOthers}
        </label>
      )}
    </section>
  );
}
