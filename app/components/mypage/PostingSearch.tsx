import { SubmitButton } from '#app/components/ui/Buttons.tsx';
import { SearchForm } from '#app/components/ui/SearchForm.tsx';
import { homeText } from '#app/text/mypage/home.ts';
import { changeQuery } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import type { HomeLists } from './lists.ts';
import styles from './PostingsPage.module.css';

const text = homeText.listPage;

/** Looks for own postings by job title or number, within a list. */
export function PostingSearch({ action, q, list }: { action: string; q: string; list?: keyof HomeLists }) {
  const kept: Record<string, string> = list === undefined ? {} : { list };
  return (
    <SearchForm action={action} label={text.search} className={styles.search}>
      {list === undefined ? null : <input type="hidden" name="list" value={list} />}
      <label className={styles.field}>
        <span>{text.searchLabel}</span>
        <input name="q" type="search" defaultValue={q} key={q} maxLength={100} autoComplete="off" />
      </label>
      <SubmitButton kind="secondary">{text.search}</SubmitButton>
      {q === '' ? null : <Link to={changeQuery(new URLSearchParams(kept), action, {})}>{text.clear}</Link>}
    </SearchForm>
  );
}
