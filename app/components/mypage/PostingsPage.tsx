import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { Pagination } from '#app/components/ui/Pagination.tsx';
import { homeText } from '#app/text/mypage/home.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import type { HomeLists, PostingLine } from './lists.ts';
import { PostingList } from './PostingList.tsx';
import { PostingSearch } from './PostingSearch.tsx';
import styles from './PostingsPage.module.css';
import { homeTrail } from './trails.ts';

export type PostingsPageProps = {
  list: keyof HomeLists;
  q: string;
  found: { rows: readonly PostingLine[]; total: number; page: number; pages: number };
};

const text = homeText.listPage;
const lists = ['valid', 'applied', 'ended', 'drafts'] as const;

/** One of the lists of postings, in pages and with a search. */
export function PostingsPage({ list, q, found }: PostingsPageProps) {
  const current = new URLSearchParams({ list, ...(q === '' ? {} : { q }) });
  return (
    <>
      <PageTitle title={text.title} trail={homeTrail} />
      <nav aria-label={text.tabsLabel}>
        <ul className={styles.tabs}>
          {lists.map((name) => (
            <li key={name}>
              <Link
                to={paths.mypage.postings({ list: name })}
                aria-current={name === list ? 'page' : undefined}
              >
                {homeText.lists[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PostingSearch action={paths.mypage.postings()} q={q} list={list} />
      <PostingList name={list} rows={found.rows} empty={q === '' ? homeText.empty[list] : text.notFound} />
      <Pagination
        {...found}
        href={(page) => changeQuery(current, paths.mypage.postings(), { page: page === 1 ? null : page })}
      />
    </>
  );
}
