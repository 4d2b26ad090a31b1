import { officeText } from '#app/text/staff/office.ts';
import { Banner } from '../ui/Banner.tsx';
import styles from './InitialPassword.module.css';

/** An initial password, shown this once. */
export function InitialPassword({ name, password }: { name: string; password: string }) {
  return (
    <Banner kind="success" title={officeText.members.passwordFor(name)}>
      <p className={styles.password}>{password}</p>
      <p>{officeText.members.passwordOnce}</p>
    </Banner>
  );
}
