import type { Establishment } from '#app/domain/establishment.ts';
import { type MergeObstacle, type MovedTable, movedTables } from '#app/domain/merge.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { mergeForm } from '#app/forms/merge.ts';
import { refusalText } from '#app/text/refusals.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { mergeText as text } from '#app/text/staff/merge.ts';
import { establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import { type FormAnswer, hasErrors, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import styles from './MergePage.module.css';

export type Compared = {
  establishment: Establishment;
  counts: Readonly<Record<MovedTable, number>>;
  accounts: readonly string[];
  unregistered: number;
};

export type MergePageProps = {
  kept: Compared;
  merged: Compared;
  obstacle: MergeObstacle | null;
  /** More results than this may not be missing so many weeks after the referral. */
  limit: { most: number; weeks: number };
  mayMerge: boolean;
  /** One for each of the two forms. */
  keys: { merge: string; apart: string };
  answer: FormAnswer | undefined;
};

/** 登録の比較と統合: two records side by side, what would move, and the two answers. */
export function MergePage(props: MergePageProps) {
  const { kept, merged, obstacle, limit, mayMerge, keys, answer } = props;
  const form = mergeForm({ provisional: merged.establishment.state === 'provisional' });
  const together = kept.unregistered + merged.unregistered;
  return (
    <>
      <PageTitle
        title={text.title}
        trail={[
          { to: paths.staff.establishments(), label: searchText.title },
          { to: paths.staff.duplicates(), label: text.listTitle },
        ]}
        hasErrors={hasErrors(answer)}
      />
      <ErrorSummary {...summaryOf(form, answer)} />
      {obstacle === null ? null : (
        <Banner kind="warning" title={text.impossible}>
          <p>{refusalText(obstacle)}</p>
        </Banner>
      )}
      {merged.unregistered > 0 && together > limit.most ? (
        <Banner kind="warning" title={text.together(together, limit)} />
      ) : null}
      <section className={styles.part}>
        <ul>
          {sidesOf(kept, merged).map(({ key, word, id, name, number }) => (
            <li key={key}>
              {word}：<Link to={paths.staff.establishment(id)}>{name}</Link> {number}
            </li>
          ))}
        </ul>
        <p>
          <Link to={paths.staff.merge(merged.establishment.id, kept.establishment.id)}>{text.swap}</Link>
        </p>
      </section>
      <section className={styles.part}>
        <h2>{text.data}</h2>
        <p>{text.dataNote}</p>
        <SideBySide caption={text.data} rows={dataRows(kept, merged)} kept={kept} merged={merged} />
      </section>
      <section className={styles.part}>
        <h2>{text.moves}</h2>
        <p>{text.movesNote}</p>
        <SideBySide caption={text.moves} rows={movedRows(kept, merged)} kept={kept} merged={merged} />
      </section>
      {mayMerge && obstacle === null ? (
        <FormFrame
          idempotencyKey={keys.merge}
          version={kept.establishment.version}
          hidden={{ merged_version: String(merged.establishment.version) }}
          submits={[{ label: text.submit, intent: 'merge', kind: 'danger' }]}
          cancel={{ to: paths.staff.duplicates(), label: text.back }}
        >
          {form.sections.map((section) => (
            <FieldSet
              key={section.id}
              section={section}
              typed={answer?.typed ?? {}}
              messages={messagesOf(form, answer)}
            />
          ))}
          <WhatHappens lines={text.happens} />
        </FormFrame>
      ) : null}
      {mayMerge ? null : <p>{text.bySupervisor}</p>}
      <FormFrame
        idempotencyKey={keys.apart}
        submits={[{ label: text.apart, intent: 'apart', kind: 'secondary' }]}
      >
        <p>{text.apartNote}</p>
      </FormFrame>
    </>
  );
}

type Row = { label: string; kept: string; merged: string; differs: boolean };

function dataRows({ establishment: kept }: Compared, { establishment: merged }: Compared): Row[] {
  const fields = fieldsOf(establishmentForm).map((field) => ({
    label: field.label,
    kept: formatValue(field, kept.details[field.name] ?? null),
    merged: formatValue(field, merged.details[field.name] ?? null),
  }));
  const state = {
    label: text.state,
    kept: establishmentMarks[kept.state].word,
    merged: establishmentMarks[merged.state].word,
  };
  return [state, ...fields]
    .filter((row) => row.kept !== '' || row.merged !== '')
    .map((row) => ({ ...row, differs: row.kept !== row.merged }));
}

function movedRows(kept: Compared, merged: Compared): Row[] {
  const counted = movedTables
    .filter((table) => kept.counts[table] + merged.counts[table] > 0)
    .map((table) => ({
      label: text.tables[table],
      kept: text.count(kept.counts[table]),
      merged: text.count(merged.counts[table]),
      differs: false,
    }));
  return [
    {
      label: text.accounts,
      kept: kept.accounts.join('、') || text.noRows,
      merged: merged.accounts.join('、') || text.noRows,
      differs: false,
    },
    ...counted,
    {
      label: text.unregistered,
      kept: text.count(kept.unregistered),
      merged: text.count(merged.unregistered),
      differs: false,
    },
  ];
}

type SideBySideProps = { caption: string; rows: readonly Row[]; kept: Compared; merged: Compared };

const sidesOf = (kept: Compared, merged: Compared) =>
  [
    { key: 'kept', word: text.kept, ...kept.establishment },
    { key: 'merged', word: text.merged, ...merged.establishment },
  ] as const;

function SideBySide({ caption, rows, kept, merged }: SideBySideProps) {
  return (
    <PlainTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ label }) => label}
      empty={null}
      columns={[
        {
          key: 'item',
          label: text.item,
          heading: true,
          cell: ({ label, differs }) => (differs ? `${label}（${text.different}）` : label),
        },
        ...sidesOf(kept, merged).map(({ key, word }) => ({
          key,
          label: word,
          cell: (row: Row) => (row.differs ? <strong>{row[key]}</strong> : row[key]),
        })),
      ]}
    />
  );
}
