import type { ExampleResult } from '#app/domain/ruleDraft.ts';
import { ruleExamplesText as text } from '#app/text/staff/ruleExamples.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../../ui/Buttons.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../../ui/PlainTable.tsx';
import styles from '../Rules.module.css';
import { expectedAndActual } from './RuleChangePage.tsx';

export type RuleExamplesPageProps = {
  id: string;
  ruleSet: string;
  title: string;
  readable: boolean;
  examples: readonly ExampleResult[];
  edits: boolean;
};

const columns = (id: string, ruleSet: string, edits: boolean): readonly Column<ExampleResult>[] => [
  {
    key: 'title',
    label: text.columns.title,
    heading: true,
    cell: ({ index, title }) =>
      edits ? <Link to={paths.staff.ruleExample(id, index + 1)}>{title}</Link> : title,
  },
  ...expectedAndActual(ruleSet),
  {
    key: 'holds',
    label: text.columns.holds,
    cell: ({ holds }) => <span className={styles.short}>{holds ? text.holds : text.differs}</span>,
  },
];

/** 規則の例: every example of a draft, and the way to add one. */
export function RuleExamplesPage({ id, ruleSet, title, readable, examples, edits }: RuleExamplesPageProps) {
  return (
    <>
      <PageTitle title={text.title} over={title} />
      <p>{text.lead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.ruleChange(id)}>{text.back}</Link>
      </p>
      {readable ? null : <Banner kind="error" title={text.unreadable} />}
      {edits && readable ? (
        <ButtonRow>
          <ButtonLink to={paths.staff.ruleExample(id, 'new')} kind="secondary">
            {text.add}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      <PlainTable
        caption={text.title}
        captionHidden
        columns={columns(id, ruleSet, edits)}
        rows={examples}
        rowKey={({ index }) => String(index)}
        empty={null}
      />
    </>
  );
}
