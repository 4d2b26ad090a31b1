import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { type DraftEdit, withEdits } from '#rules/draft.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { changeDetail, loadChange, type ShownChange, shownChange } from './support.ts';

/** Characters of a rule file; the loader's limit is in bytes and holds as well. */
const longestText = 524_288;
const mostEdits = 5_000;

type Input = ShownChange & {
  /** The whole text, or null where only single values are set. */
  text: string | null;
  edits: readonly DraftEdit[];
};

/** Saves a draft as it is, right or wrong: what is wrong is shown, and stands in the way of handing it in. */
export const editRuleChange = defineProcedure<Input, { version: number }>({
  name: 'ruleChange.edit',
  permission: 'ruleChange.edit',
  input: object({
    ...shownChange,
    text: { type: ['string', 'null'], minLength: 1, maxLength: longestText },
    edits: {
      type: 'array',
      maxItems: mostEdits,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['path'],
        properties: {
          path: { type: 'array', minItems: 1, maxItems: 80, items: { type: ['string', 'integer'] } },
          value: {},
        },
      },
    },
  }),
  audit: 'ruleChange.edited',

  async run(context, { text, edits, ...shown }) {
    const { stores, actor, now, record } = context;
    const change = await loadChange(context, shown, 'edit');
    const edited = textWith(text ?? change.text, edits);
    if (edited === null) return refuse('rule-draft-unreadable');
    const by = actorId(actor);
    await stores.ruleChanges.update({
      ...change,
      text: edited,
      editors: [...new Set([...change.editors, by])],
      updatedBy: by,
      updatedAt: now,
    });
    record({ subject: { type: 'rule_change', id: change.id }, detail: changeDetail(change) });
    return done({ version: change.version + 1 });
  },
});

/** null where the text cannot be edited value by value, because it is no JSON any more. */
const textWith = (text: string, edits: readonly DraftEdit[]): string | null => {
  try {
    return withEdits(text, edits);
  } catch {
    return null;
  }
};
