import { keysText, keyTable } from '#app/text/staff/keys.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './StaffHelp.module.css';

/** キーの一覧: the same table the screens take their keys from. */
export function KeysPage() {
  return (
    <div className={styles.help}>
      <PageTitle title={keysText.title} />
      <p>{keysText.lead}</p>
      <noscript>
        <p>{keysText.noScript}</p>
      </noscript>
      {Object.values(keyTable).map(({ title, keys }) => (
        <section key={title}>
          <h2>{title}</h2>
          <dl className={styles.terms}>
            {Object.values(keys).map(([key, label]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p>
        {keysText.off} <Link to={paths.staff.settings()}>{keysText.toSettings}</Link>
      </p>
    </div>
  );
}
