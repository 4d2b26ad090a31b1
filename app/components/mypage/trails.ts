import type { Posting } from '#app/domain/posting.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { paths } from '#app/web/paths.ts';

/** Above a page one step from ホーム. */
export const homeTrail = [{ to: paths.mypage.home(), label: homeText.title }];

/** Above a page about one posting. */
export const postingTrail = ({ id, jobTitle }: Pick<Posting, 'id' | 'jobTitle'>) => [
  ...homeTrail,
  { to: paths.mypage.posting(id), label: jobTitle ?? homeText.untitled },
];
