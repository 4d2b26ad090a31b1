import { actorId } from '#app/domain/actor.ts';
import type { BackTestRange } from '#app/domain/backTest.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { JsonSchema } from '#app/forms/validate.ts';
import { loadDraft } from '#rules/backTest/draft.ts';
import type { RuleSetId } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { defineProcedure, NotFound, notFoundUnless } from '../procedure.ts';
import { calendarDate, object } from '../schemas.ts';
import { startNext } from './next.ts';

type Input = {
  ruleSet: RuleSetId;
  /** The draft as it stands, or the change that holds it. */
  draft: { text: string } | { changeId: string };
  range: BackTestRange;
};

const range: JsonSchema = {
  oneOf: [
    object({ kind: { const: 'last' }, count: { type: 'integer', minimum: 1, maximum: 1_000_000 } }),
    object({ kind: { const: 'days' }, from: calendarDate, to: calendarDate }),
    object({ kind: { const: 'all' } }),
  ],
};

const draft: JsonSchema = {
  oneOf: [
    object({ text: { type: 'string', minLength: 1, maxLength: 524_288 } }),
    object({ changeId: { type: 'string', minLength: 1, maxLength: 36 } }),
  ],
};

/**
 * 過去の判定での試し実行: a draft is judged against stored decisions, which changes none of them. One runs at a time in
 * an installation; this one begins at once or waits for its turn.
 */
export const startBackTest = defineProcedure<
  Input,
  { backTestId: string },
  { text: string; hash: string; changeId: string | null }
>({
  name: 'backTest.start',
  permission: 'rule.try',
  input: object({ ruleSet: { type: 'string', minLength: 1, maxLength: 100 }, draft, range }),
  audit: 'backTest.started',

  async prepare({ stores }, input) {
    if (situationKind(input.ruleSet) === undefined) throw new NotFound('No such rule set.');
    const text =
      'text' in input.draft
        ? input.draft.text
        : notFoundUnless(await stores.ruleChanges.find(input.draft.changeId)).text;
    const loaded = await loadDraft(input.ruleSet, text);
    if (!loaded.ok) {
      const [first] = loaded.problems;
      const { line = 1, column = 1, message = '' } = first ?? {};
      return refuse('draft-broken', { params: { line, column, problem: message } });
    }
    if (loaded.ruleSet.id !== input.ruleSet) return refuse('draft-other-rules');
    const changeId = 'changeId' in input.draft ? input.draft.changeId : null;
    return done({ text, hash: loaded.ruleSet.hash, changeId });
  },

  async run({ actor, stores, now, newId, record }, input, { text, hash, changeId }) {
    const id = newId();
    await stores.backTests.hold();
    await stores.backTests.insert({
      id,
      ruleSet: input.ruleSet,
      draftHash: hash,
      draftText: text,
      changeId,
      range: input.range,
      startedBy: actorId(actor),
      startedAt: now,
    });
    await startNext(stores);
    record({
      subject: { type: 'back_test', id },
      detail: { ruleSet: input.ruleSet, draft: hash, range: input.range },
    });
    return done({ backTestId: id });
  },
});
