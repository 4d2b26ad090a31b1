import { changesText } from '#app/text/staff/changes.ts';
import { paths } from '#app/web/paths.ts';

/** Above a page about one change request. */
export const changeTrail = [{ to: paths.staff.changes(), label: changesText.title }];
