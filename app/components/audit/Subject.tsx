import { auditText } from '#app/text/staff/audit.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';

/** A record as db/queries/namedRecords.ts names it. */
export type Named = {
  kind: 'posting' | 'establishment' | 'account' | 'change_request' | 'image' | 'staff';
  pageId: string;
  establishmentName: string | null;
  name: string | null;
  number: string | null;
};

const pageOf: Readonly<Record<Named['kind'], ((id: string) => string) | null>> = {
  posting: paths.staff.review,
  establishment: paths.staff.establishment,
  account: paths.staff.account,
  change_request: paths.staff.change,
  image: paths.staff.reviewImages,
  staff: null,
};

/** 求人 販売員 株式会社… */
export const subjectWords = ({ kind, establishmentName, name, number }: Named): string =>
  [auditText.kind(kind), number, name, establishmentName].filter((word) => word !== null).join(' ');

/** What an entry is about, with the way to its page; a record that cannot be shown is named by its kind. */
export function Subject({ type, named }: { type: string; named: Named | null }) {
  if (named === null) return <span>{auditText.kind(type)}</span>;
  const to = pageOf[named.kind]?.(named.pageId);
  const words = subjectWords(named);
  return to === undefined ? <span>{words}</span> : <Link to={to}>{words}</Link>;
}
