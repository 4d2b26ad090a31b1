import { defineSituation } from '#rules/situation.ts';
import { conditionFacts } from './posting/conditionFacts.ts';
import { missing } from './posting/factForms.ts';
import { hoursFacts } from './posting/hoursFacts.ts';
import { payFacts } from './posting/payFacts.ts';
import { recordFacts } from './posting/recordFacts.ts';
import { gathered, outOfTime, type PostingSituation, parts, tooPrecise } from './posting/situation.ts';
import { dutiesItems, hoursItems, insuranceItems, payItems } from './posting/stated.ts';
import { wageFacts } from './posting/wageFacts.ts';

export type { PostingSituation } from './posting/situation.ts';

/** What acceptance/posting judges: a posting as filled in so far, and what the records say beside it. */
export const postingSituation = defineSituation<PostingSituation>({
  prepare: gathered,
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['asOf', 'posting'],
    properties: parts,
  },
  check: (situation) => [...outOfTime(situation), ...tooPrecise(situation)],
  facts: {
    'missing.duties': missing('明示のない項目(仕事内容)', dutiesItems),
    'missing.pay': missing('明示のない項目(賃金)', payItems),
    'missing.hours': missing('明示のない項目(労働時間)', hoursItems),
    'missing.insurance': missing('明示のない項目(保険)', insuranceItems),
    ...payFacts,
    ...wageFacts,
    ...hoursFacts,
    ...conditionFacts,
    ...recordFacts,
  },
});
