import { backTestsText as text } from '#app/text/staff/backTests.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from '../rule/Rules.module.css';
import { type ExplainedVerdict, VerdictExplained } from '../rule/WhyPage.tsx';
import { Banner } from '../ui/Banner.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import own from './BackTest.module.css';

export type CasePageProps = {
  backTestId: string;
  posting: { id: string; jobTitle: string | null };
  stored: ExplainedVerdict;
  /** null when the record lacks a fact that the draft looks at. */
  draft: ExplainedVerdict | null;
};

/** One stored decision beside what the draft makes of the same facts. */
export function CasePage({ backTestId, posting, stored, draft }: CasePageProps) {
  return (
    <>
      <PageTitle title={text.caseTitle} over={posting.jobTitle ?? text.untitled} />
      <p>{text.caseLead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.backTest(backTestId)}>{text.caseBack}</Link>
        <Link to={paths.staff.reviewWhy(posting.id)}>{text.caseWhy}</Link>
      </p>
      <div className={own.beside}>
        <VerdictExplained {...stored} />
        {draft === null ? <Banner kind="info" title={text.caseUnjudged} /> : <VerdictExplained {...draft} />}
      </div>
    </>
  );
}
