import { done } from '#app/domain/refusal.ts';
import { type ErasureSubject, isHeld } from '#app/domain/retention.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { dueDayOf, judgeMypage } from './due.ts';

/** As many as one transaction looks at. */
export const mostLooked = 50;

export const subjectInput = object({
  type: { type: 'string', enum: ['establishment', 'account'] },
  id: recordId,
});

/**
 * The dry run of the night: each MyPage that the query has found is judged by the engine; what is due is marked, with
 * how many rows of each table and how many pictures would go. Nothing is erased.
 */
export const lookForErasure = defineProcedure<{ subjects: readonly ErasureSubject[] }, { due: number }>({
  name: 'retention.look',
  permission: 'retention.erase',
  input: object({ subjects: { type: 'array', minItems: 1, maxItems: mostLooked, items: subjectInput } }),
  audit: 'retention.looked',

  async run(context, { subjects }) {
    const { stores, rules, today, newId, record } = context;
    let due = 0;
    let held = 0;
    for (const subject of subjects) {
      const judged = await judgeMypage(context, subject);
      if (judged?.verdict.outcome !== 'erase') continue;
      await stores.retention.keepMark({
        id: newId(),
        subject,
        officeId: judged.officeId,
        rules: judged.verdict.reasons.map(({ rule }) => rule),
        ...dueDayOf(rules, judged.verdict),
        ...(await stores.erasures.counts(subject)),
        foundOn: today,
      });
      due += 1;
      if (subject.type === 'establishment' && isHeld(await stores.retention.holdOf(subject.id), today))
        held += 1;
    }
    record({ subject: { type: 'retention', id: today }, detail: { rows: due, held } });
    return done({ due });
  },
});
