import { helpdesk } from '#app/text/common.ts';
import { helpText } from '#app/text/staff/help.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './StaffHelp.module.css';

const sections = [
  { id: 'where', title: helpText.whereTitle },
  { id: 'how', title: helpText.howTitle },
  { id: 'keys', title: helpText.keysTitle },
  { id: 'contact', title: helpText.contactTitle },
] as const;

/** 職員用ヘルプ: where things are, how the usual acts go, keys, whom to ask. */
export function StaffHelp() {
  return (
    <div className={styles.help}>
      <PageTitle title={helpText.title} />
      <nav aria-label={helpText.contents}>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>

      <h2 id="where">{helpText.whereTitle}</h2>
      <Terms pairs={helpText.where} />
      <p>
        <Link to={paths.staff.mailCatalogue()}>{helpText.toMailCatalogue}</Link>
      </p>

      <h2 id="how">{helpText.howTitle}</h2>
      {helpText.how.map(({ title, steps }) => (
        <section key={title}>
          <h3>{title}</h3>
          <p>{steps}</p>
        </section>
      ))}

      <h2 id="keys">{helpText.keysTitle}</h2>
      <Terms pairs={helpText.keys} />
      <p>{helpText.keysHelp}</p>
      <p>
        <Link to={paths.staff.keys()}>{helpText.toKeys}</Link>
      </p>

      <h2 id="contact">{helpText.contactTitle}</h2>
      <p>{helpText.contact}</p>
      <p>
        {helpdesk.name} <a href={helpdesk.tel}>{helpdesk.phone}</a>
      </p>
    </div>
  );
}

function Terms({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.terms}>
      {pairs.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
