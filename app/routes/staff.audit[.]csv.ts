import { summaryOfDetail } from '#app/components/audit/details.ts';
import { filterIn } from '#app/components/audit/filter.ts';
import { subjectWords } from '#app/components/audit/Subject.tsx';
import { csvText } from '#app/forms/csv.ts';
import { dateOfInstant, timeOfInstant } from '#app/text/format.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { actionWord, actorWords } from '#app/text/staff/timeline.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { csvAnswer } from '#app/web/textFile.server.ts';
import { auditLines, fileLimit } from '#db/queries/auditLog.ts';

/** 抽出一覧: what the filters of the page found, as a file for a spreadsheet; no personal values. */
export const loader = staffRoute.loader({ permission: 'audit.read' }, async (ctx) => {
  const lines = await ctx.query(auditLines, filterIn(ctx.url), fileLimit);
  const rows = lines.map(
    ({ seq, at, actorKind, actorName, role, action, subject, named, detail, requestId }) => [
      seq,
      `${dateOfInstant(at)} ${timeOfInstant(at)}`,
      actorName ?? actorWords[actorKind],
      auditText.role(role),
      actionWord(action),
      auditText.kind(subject.type),
      named === null ? '' : subjectWords(named),
      subject.id,
      summaryOfDetail(detail, Number.POSITIVE_INFINITY),
      requestId,
    ],
  );
  return csvAnswer(csvText([auditText.fileColumns, ...rows]), auditText.fileName);
});
