import type { Autosaved } from '#app/components/review/Draft.tsx';
import { draftedActs } from '#app/domain/decisionDraft.ts';
import { draftedForms } from '#app/forms/reviewDesk.ts';
import { oneOf, recordId } from '#app/web/params.ts';
import { staffRoute } from '#app/web/routes.server.ts';

/** Keeps what stands in the open form of a decision, while the posting is as its page shows it. */
export const action = staffRoute.action(
  { permission: 'review.draft', params: { id: recordId, act: oneOf(draftedActs) } },
  async (ctx) => {
    const { id, act } = ctx.params;
    const { typed } = ctx.form.read(draftedForms[act]);
    const kept = await ctx.keepDraft({ postingId: id, act, typed }, ctx.form.version);
    return Response.json({ savedAt: kept ? ctx.now : null } satisfies Autosaved);
  },
);
