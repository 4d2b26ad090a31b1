import { Pagination } from '#app/components/ui/Pagination.tsx';
import { PlainTable } from '#app/components/ui/PlainTable.tsx';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import { common } from '#app/text/common.ts';
import { shortDate } from '#app/text/format.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Card.module.css';
import type { PostingLine } from './lists.ts';
import { PostingSearch } from './PostingSearch.tsx';

export type PastPostingsProps = {
  q: string;
  past: { rows: readonly PostingLine[]; total: number; page: number; pages: number };
};

const text = postingText.new;

/** 前の求人を使う: what was applied for before, to be found and used again. */
export function PastPostings({ q, past }: PastPostingsProps) {
  const empty = q === '' && past.total === 0;
  return (
    <section className={styles.things} id="past">
      <h2>{text.pastTitle}</h2>
      <p>{empty ? text.pastNone : text.pastLead}</p>
      {empty ? null : (
        <>
          <PostingSearch action={paths.mypage.postingNew()} q={q} />
          <PlainTable
            caption={text.pastCaption}
            captionHidden
            rows={past.rows}
            rowKey={({ id }) => id}
            empty={<p>{homeText.listPage.notFound}</p>}
            columns={[
              {
                key: 'title',
                label: homeText.columns.title,
                heading: true,
                cell: ({ id, jobTitle }) => (
                  <Link to={paths.mypage.posting(id)}>{jobTitle ?? common.untitledPosting}</Link>
                ),
              },
              {
                key: 'state',
                label: homeText.columns.state,
                cell: ({ state }) => <StatusBadge mark={postingMarks[state]} />,
              },
              { key: 'number', label: homeText.columns.number, cell: ({ number }) => number ?? '' },
              {
                key: 'applied',
                label: homeText.columns.applied,
                cell: ({ appliedOn }) => (appliedOn === null ? '' : shortDate(appliedOn)),
              },
              {
                key: 'use',
                label: text.pastUse,
                cell: ({ id, jobTitle }) => (
                  <Link
                    to={paths.mypage.postingCopy(id)}
                    aria-label={text.pastUseOf(jobTitle ?? common.untitledPosting)}
                  >
                    {text.pastUse}
                  </Link>
                ),
              },
            ]}
          />
          <Pagination
            {...past}
            href={(page) =>
              paths.mypage.postingNew({ ...(q === '' ? {} : { q }), ...(page === 1 ? {} : { page }) })
            }
          />
        </>
      )}
    </section>
  );
}
