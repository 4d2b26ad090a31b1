import type { Instant } from './clock.ts';
import type { PostingState } from './posting.ts';

/** The latest act on a posting, as the audit log knows it. */
export type LastAct = { actorId: string; action: string; at: Instant };

/** How long the person who decided takes it back by themselves; afterwards a supervisor does. A figure of the house. */
export const undoMinutes = 10;

/** The decisions that can be taken back, by the audit action they left, and the state they lead to. */
export const undoableActs = {
  'posting.accepted': { from: 'valid', event: 'undoAccept' },
  'posting.returned': { from: 'returned', event: 'undoReturn' },
} as const satisfies Record<string, { from: PostingState; event: string }>;
export type UndoableAct = keyof typeof undoableActs;

export type UndoRefusal = 'undo-nothing' | 'undo-followed' | 'undo-not-yours' | 'undo-too-late';

/** The decision an act was; null for any other act. */
export const undoableAct = (action: string): UndoableAct | null =>
  Object.hasOwn(undoableActs, action) ? (action as UndoableAct) : null;

/** Why a person cannot take back the latest decision on a posting; null when they can. */
export function undoRefusal(
  state: PostingState,
  last: LastAct | null | undefined,
  person: { id: string; supervises: boolean },
  now: Instant,
): UndoRefusal | null {
  if (!Object.values(undoableActs).some(({ from }) => from === state)) return 'undo-nothing';
  const act = last ? undoableAct(last.action) : null;
  if (!last || act === null || undoableActs[act].from !== state) return 'undo-followed';
  if (person.supervises) return null;
  if (last.actorId !== person.id) return 'undo-not-yours';
  return Date.parse(now) - Date.parse(last.at) < undoMinutes * 60_000 ? null : 'undo-too-late';
}
