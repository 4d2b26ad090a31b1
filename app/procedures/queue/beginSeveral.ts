import type { AssignableItem } from '#app/domain/queue.ts';
import { done, type FieldError, refuse } from '#app/domain/refusal.ts';
import { claimExpiry } from '#app/domain/reviewClaim.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { chosenItems, left, nameOf, staffIn, stillWaits } from './support.ts';

type Input = { items: readonly AssignableItem[] };

/** What was not begun, item by item. */
export type Left = { left: readonly FieldError[] };

/** 確認を始める for several postings at once: each that is free is begun, the others are named. */
export const beginSeveral = defineProcedure<Input, Left>({
  name: 'queue.beginSeveral',
  permission: 'review.claim',
  input: object({ items: chosenItems }),
  audit: 'review.begunTogether',

  async run(context, { items }) {
    const { stores, now, record } = context;
    const staffId = staffIn(context).id;
    const expiresAt = claimExpiry(now);
    const refused: FieldError[] = [];
    for (const item of items) {
      if (!(await stillWaits(context, item))) refused.push(left(item, 'gone'));
      else if (item.type !== 'posting') refused.push(left(item, 'no-posting'));
      else if (await stores.reviewClaims.take({ postingId: item.id, staffId, begunAt: now, expiresAt }))
        record({ subject: { type: 'review', id: item.id }, detail: { expiresAt } });
      else {
        const claim = await stores.reviewClaims.find(item.id, now);
        refused.push(left(item, 'held', claim && (await nameOf(context, claim))));
      }
    }
    return refused.length === items.length
      ? refuse('nothing-begun', { fields: refused })
      : done({ left: refused });
  },
});
