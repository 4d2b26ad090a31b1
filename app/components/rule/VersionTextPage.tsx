import { rulesText } from '#app/text/staff/rules.ts';
import { ruleVersionsText as text } from '#app/text/staff/ruleVersions.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './Comparison.module.css';
import ruleStyles from './Rules.module.css';

export type VersionTextPageProps = { id: string; title: string; version: string; source: string };

/** The file of a version as it was kept. */
export function VersionTextPage({ id, title, version, source }: VersionTextPageProps) {
  return (
    <>
      <PageTitle title={text.textOf(title, version)} over={rulesText.title} />
      <p>{text.textLead}</p>
      <p className={ruleStyles.links}>
        <Link to={paths.staff.ruleVersion(id, version)}>{text.back}</Link>
        <a href={paths.staff.ruleVersionFile(id, version)} download>
          {text.download}
        </a>
      </p>
      <pre className={styles.text} translate="no">
        {source}
      </pre>
    </>
  );
}
