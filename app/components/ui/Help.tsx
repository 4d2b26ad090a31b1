import { helpdesk } from '#app/text/common.ts';
import { footerMenu } from '#app/text/navigation.ts';
import styles from './Help.module.css';
import { Icon } from './icons.tsx';

/** Whom to call: in the same place, bottom left, on every page (WCAG 3.2.6). */
export function Help() {
  return (
    <div className={styles.help}>
      <p className={styles.title}>
        <Icon name="help" />
        {footerMenu.help}
      </p>
      <p>
        {helpdesk.name}{' '}
        <a className={styles.phone} href={helpdesk.tel}>
          {helpdesk.phone}
        </a>
      </p>
      <p className={styles.hours}>{footerMenu.helpHours}</p>
    </div>
  );
}
