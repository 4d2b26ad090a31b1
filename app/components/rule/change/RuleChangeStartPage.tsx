import { common } from '#app/text/common.ts';
import { ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../../ui/Banner.tsx';
import { FieldSet } from '../../ui/FieldSet.tsx';
import { FormFrame } from '../../ui/FormFrame.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';

export type RuleChangeStartPageProps = {
  ruleSet: string;
  title: string;
  /** The latest first. */
  versions: readonly { version: string; label: string }[];
  open: readonly { id: string; label: string }[];
  idempotencyKey: string;
};

/** 変更を始める: from the latest version, or back to an earlier one. */
export function RuleChangeStartPage({
  ruleSet,
  title,
  versions,
  open,
  idempotencyKey,
}: RuleChangeStartPageProps) {
  return (
    <>
      <PageTitle title={text.startTitle(title)} />
      <p>{text.startLead}</p>
      {open.length === 0 ? null : (
        <Banner kind="info" title={text.openDrafts}>
          <ul>
            {open.map(({ id, label }) => (
              <li key={id}>
                <Link to={paths.staff.ruleChange(id)}>{label}</Link>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: text.startSubmit, intent: 'start' }]}
        cancel={{ to: paths.staff.ruleSet(ruleSet), label: common.cancel }}
      >
        <FieldSet
          titleHidden
          section={{
            id: 'start',
            title: text.startFrom,
            fields: [
              {
                name: 'from_version',
                label: text.startFrom,
                kind: 'choice',
                required: true,
                choices: versions.map(({ version, label }) => ({ value: version, label })),
              },
            ],
          }}
          typed={{ from_version: versions[0]?.version ?? '' }}
        />
      </FormFrame>
    </>
  );
}
