import { ruleProblemsText } from '#app/text/staff/ruleProblems.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';

/** Rule files that are not in force as they are; `mends` is whether this person may see where and why. */
export type RuleProblemsNotice = { files: number; mends: boolean };

/** On every staff page while rule files have problems; what is printed is about something else. */
export function RuleProblemsBanner({ files, mends }: RuleProblemsNotice) {
  if (files === 0) return null;
  return (
    <div className="not-printed">
      <Banner kind="warning" title={ruleProblemsText.banner(files)}>
        <p>
          {ruleProblemsText.stays}
          {mends ? null : ruleProblemsText.tellSupervisor}
        </p>
        {mends ? (
          <p>
            <Link to={paths.staff.ruleProblems()}>{ruleProblemsText.link}</Link>
          </p>
        ) : null}
      </Banner>
    </div>
  );
}
