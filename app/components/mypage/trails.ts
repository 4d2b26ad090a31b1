import type { Posting } from '#app/domain/posting.ts';
import { common } from '#app/text/common.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { establishmentText } from '#app/text/mypage/establishment.ts';
import { mypageMenu } from '#app/text/navigation.ts';
import { paths } from '#app/web/paths.ts';

/** Above a page one step from ホーム. */
export const homeTrail = [{ to: paths.mypage.home(), label: mypageMenu.home }];

/** Above a page about one posting. */
export const postingTrail = ({ id, jobTitle }: Pick<Posting, 'id' | 'jobTitle'>) => [
  ...homeTrail,
  { to: paths.mypage.posting(id), label: jobTitle ?? common.untitledPosting },
];

/** Above a page about 事業所情報. */
export const establishmentTrail = [
  ...homeTrail,
  { to: paths.mypage.establishment(), label: establishmentText.title.view },
];

/** Above a page about what is asked: for a posting, or (null) about the establishment itself. */
export const targetTrail = (posting: Pick<Posting, 'id' | 'jobTitle'> | null) =>
  posting === null ? establishmentTrail : postingTrail(posting);

/** The way to what was asked about. */
export const targetBack = (posting: Pick<Posting, 'id'> | null) =>
  posting === null
    ? { to: paths.mypage.establishment(), label: changesText.establishment.toView }
    : { to: paths.mypage.posting(posting.id), label: changesText.record.toPosting };
