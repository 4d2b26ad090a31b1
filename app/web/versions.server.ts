import type { StepDifferences } from '#app/components/change/differences.ts';
import type { VersionLine, VersionsPageProps } from '#app/components/version/VersionsPage.tsx';
import type { FormValues } from '#app/forms/field.ts';

/** Versions of a posting or an establishment, newest first (db/queries/versions.ts). */
type VersionHistory = Pick<VersionsPageProps, 'begunOn'> & {
  versions: readonly { values: FormValues; made: VersionLine['made'] }[];
};

type Compare = (before: FormValues, after: FormValues, all: boolean) => StepDifferences[];

/**
 * 版の履歴 as its page shows it: the versions, and two neighbours side by side: those of the change named in the
 * address, else the newest.
 */
export function shownVersions(
  url: URL,
  { begunOn, versions }: VersionHistory,
  compare: Compare,
): Pick<VersionsPageProps, 'begunOn' | 'lines' | 'compared'> {
  const asked = url.searchParams.get('change');
  const all = url.searchParams.get('all') === '1';
  const found = versions.findIndex(({ made }) => made !== null && made.id === asked);
  const chosen = Math.max(found, 0);
  const after = versions[chosen];
  const before = versions[chosen + 1];
  return {
    begunOn,
    lines: versions.map(({ made }, index) => ({
      number: versions.length - index,
      made,
      until: versions[index - 1]?.made?.at ?? null,
    })),
    compared:
      after === undefined || before === undefined
        ? null
        : {
            number: versions.length - chosen,
            change: after.made?.id ?? '',
            steps: compare(before.values, after.values, all),
            all,
          },
  };
}
