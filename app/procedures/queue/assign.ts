import { may } from '#app/domain/permissions.ts';
import type { AssignableItem } from '#app/domain/queue.ts';
import { done, type FieldError, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';
import type { Left } from './beginSeveral.ts';
import { chosenItems, left, nameOf, staffIn, stillWaits } from './support.ts';

type Input = {
  items: readonly AssignableItem[];
  /** Whom the items are given to; null makes them nobody's. */
  staffId: string | null;
};

/**
 * 担当にする: gives items of the queue to a colleague, who keeps them. What somebody else is reviewing at this moment
 * stays as it is, and is named.
 */
export const assignItems = defineProcedure<Input, Left>({
  name: 'queue.assign',
  permission: 'review.assign',
  input: object({
    items: chosenItems,
    staffId: { type: ['string', 'null'], minLength: 36, maxLength: 36 },
  }),
  audit: 'review.assigned',

  async run(context, { items, staffId }) {
    const { stores, now, record } = context;
    const actor = staffIn(context);
    if (staffId !== null) {
      const { id, name, role, officeId } = notFoundUnless(
        await stores.staff.colleague(actor.officeId, staffId),
      );
      if (!may({ kind: 'staff', id, name, role, officeId }, 'review.claim')) return refuse('not-a-reviewer');
    }
    const refused: FieldError[] = [];
    for (const item of items) {
      const waiting = await stillWaits(context, item);
      const claim = item.type === 'posting' ? await stores.reviewClaims.find(item.id, now) : undefined;
      if (!waiting) refused.push(left(item, 'gone'));
      else if (claim !== undefined && claim.staffId !== actor.id && claim.staffId !== staffId)
        refused.push(left(item, 'held', await nameOf(context, claim)));
      else {
        if (staffId === null) await stores.reviewAssignments.remove(item);
        else await stores.reviewAssignments.put({ ...item, staffId, assignedBy: actor.id, assignedAt: now });
        record({ subject: { type: 'review', id: item.id }, detail: { item: item.type, staffId } });
      }
    }
    return refused.length === items.length
      ? refuse('nothing-assigned', { fields: refused })
      : done({ left: refused });
  },
});
