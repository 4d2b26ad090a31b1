import { common, siteName } from '#app/text/common.ts';
import type { LoaderFunctionArgs, MetaDescriptor, Mode } from '#app/web/remix.ts';
import { isLoadedLocation } from './loadedLocation.ts';

/** What the root loader tells every page. */
export type RootData = {
  mode: Mode;
  /** 練習モード */
  training: boolean;
  /**
   * This document answers a POST whose form was not accepted, for errors or because something is to be confirmed.
   * 住所を検索 without a script posts, too, and is neither.
   */
  formRefused: 'error' | 'confirm' | null;
};

/** Data of the root loader for a request, which runs after the action. */
export const rootDataOf = ({ context }: Pick<LoaderFunctionArgs, 'context'>): RootData => ({
  mode: context.mode,
  training: context.app.env.training,
  formRefused: context.formRefused ?? null,
});

/** Whose pages an address belongs to: the counter's, or the employers' and everybody's. */
export const siteOf = (pathname: string): keyof typeof siteName =>
  /^\/(staff|print)(\/|$)/.test(pathname) ? 'staff' : 'mypage';

/** 「求人の審査｜ハローワーク窓口」 */
export const documentTitle = (title: string, site: keyof typeof siteName): string =>
  `${title}｜${siteName[site]}`;

type MetaArgs<Data> = {
  data: Data | undefined;
  location: { pathname: string; key: string };
  matches: readonly { id: string; data: unknown }[];
};

/**
 * The `meta` export of a page: its title with the name of the site, 「エラー：」 or 「確認：」 in front when the page is a
 * form that came back without a script. (With a script PageTitle says it.)
 *
 * `export const meta = pageMeta('事業所の登録')`, or `pageMeta<typeof loader>((data) => …)` when it depends on data.
 */
export function pageMeta<Data = unknown>(title: string | ((data: Data) => string)) {
  return ({ data, location, matches }: MetaArgs<Data>): MetaDescriptor[] => {
    const words = typeof title === 'string' ? title : data === undefined ? '' : title(data);
    const site = siteOf(location.pathname);
    const root = matches.find((match) => match.id === 'root')?.data as RootData | undefined;
    const refused = isLoadedLocation(location.key) ? (root?.formRefused ?? null) : null;
    const full = words === '' ? siteName[site] : documentTitle(words, site);
    return [{ title: refused === null ? full : common.titlePrefix[refused](full) }];
  };
}
