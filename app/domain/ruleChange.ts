import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** States of a change to a rule set, from the first draft until a version comes out of it or nothing does. */
export const ruleChangeStates = [
  'draft',
  'submitted',
  'released',
  'urgent',
  'revoked',
  'withdrawn',
  'cancelled',
] as const;
export type RuleChangeState = (typeof ruleChangeStates)[number];

export type RuleChangeEvent =
  | 'edit'
  | 'submit'
  | 'return'
  | 'approve'
  | 'releaseUrgently'
  | 'confirm'
  | 'revoke'
  | 'withdraw'
  | 'cancel';

export type RuleChangeTransition = {
  event: RuleChangeEvent;
  from: readonly RuleChangeState[];
  to: RuleChangeState;
  /** Another supervisor: one who has edited none of it. */
  by: 'supervisor' | 'another supervisor';
};

/** Every move a change can make; the table in docs/ is generated from this one. */
export const ruleChangeTransitions: readonly RuleChangeTransition[] = [
  { event: 'edit', from: ['draft'], to: 'draft', by: 'supervisor' },
  { event: 'submit', from: ['draft'], to: 'submitted', by: 'supervisor' },
  { event: 'return', from: ['submitted'], to: 'draft', by: 'supervisor' },
  { event: 'approve', from: ['submitted'], to: 'released', by: 'another supervisor' },
  { event: 'releaseUrgently', from: ['draft'], to: 'urgent', by: 'supervisor' },
  { event: 'confirm', from: ['urgent'], to: 'released', by: 'another supervisor' },
  { event: 'revoke', from: ['urgent'], to: 'revoked', by: 'another supervisor' },
  { event: 'withdraw', from: ['draft', 'submitted'], to: 'withdrawn', by: 'supervisor' },
  { event: 'cancel', from: ['released'], to: 'cancelled', by: 'supervisor' },
];

const transitionOf = (event: RuleChangeEvent): RuleChangeTransition | undefined =>
  ruleChangeTransitions.find((transition) => transition.event === event);

/** Whether `event` is possible in `state`; if not, somebody else has moved the change meanwhile. */
export const canHappenTo = (event: RuleChangeEvent, state: RuleChangeState): boolean =>
  transitionOf(event)?.from.includes(state) ?? false;

/** Where `event` leads. */
export const afterRuleChange = (event: RuleChangeEvent): RuleChangeState => {
  const transition = transitionOf(event);
  if (!transition) throw new Error(`no transition ${event}`);
  return transition.to;
};

/** 規則の変更: the text of a version to be, who wrote it, and what became of it. */
export type RuleChange = {
  id: string;
  ruleSet: string;
  /** The version whose text was the beginning; a newer one of the set makes the change stale. */
  baseVersion: string;
  /** The rule file as it is to be. Its `version` and `effective` are set when it is handed in. */
  text: string;
  state: RuleChangeState;
  /** Everybody who has written any of it: none of them may approve it. */
  editors: readonly string[];
  reason: string | null;
  effectiveFrom: CalendarDate | null;
  /** The number it was handed in under. */
  newVersion: string | null;
  /** Why it was returned, confirmed, revoked, withdrawn or cancelled. */
  note: string | null;
  createdBy: string;
  createdAt: Instant;
  updatedBy: string;
  updatedAt: Instant;
  submittedBy: string | null;
  submittedAt: Instant | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
  version: number;
};

/** A draft as it begins. */
export const newRuleChange = ({
  by,
  at,
  ...given
}: Pick<RuleChange, 'id' | 'ruleSet' | 'baseVersion' | 'text'> & {
  by: string;
  at: Instant;
}): RuleChange => ({
  ...given,
  state: 'draft',
  editors: [by],
  reason: null,
  effectiveFrom: null,
  newVersion: null,
  note: null,
  createdBy: by,
  createdAt: at,
  updatedBy: by,
  updatedAt: at,
  submittedBy: null,
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  version: 1,
});

/** 四つの目: whoever wrote any of a change, or handed it in, does not approve it. */
export const mayApprove = (
  { editors, submittedBy }: Pick<RuleChange, 'editors' | 'submittedBy'>,
  staffId: string,
): boolean => submittedBy !== staffId && !editors.includes(staffId);

const parts = (version: string): number[] => version.split('.').map(Number);

/** Whether version `a` is a higher number than `b`. */
export const isHigherVersion = (a: string, b: string): boolean => {
  const [left, right] = [parts(a), parts(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};

/** The highest of some version numbers, '0.0.0' of none. */
export const highestVersion = (versions: readonly string[]): string =>
  versions.reduce((highest, version) => (isHigherVersion(version, highest) ? version : highest), '0.0.0');

/** The number after every one of these: 2.0.9 → 2.0.10. */
export const nextVersion = (versions: readonly string[]): string => {
  const [major = 0, minor = 0, patch = 0] = parts(highestVersion(versions));
  return `${major}.${minor}.${patch + 1}`;
};
