import { ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../../ui/Banner.tsx';

/** On every staff page while something that was released urgently is not approved yet. */
export function UrgentChangesBanner({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Banner kind="warning" title={text.urgentBanner(count)}>
      <p>{text.urgentHelp}</p>
      <p>
        <Link to={paths.staff.ruleChanges()}>{text.urgentLink}</Link>
      </p>
    </Banner>
  );
}
