import type { Permission } from '#app/domain/permissions.ts';
import type { MailFacts, MailKind } from '../templates/index.ts';

/** A procedure as it is registered: its name, who may do it, what its record is called. */
export type Act = { readonly name: string; readonly permission: Permission; readonly audit: string };

/** What is known of one mail besides its template. */
export type MailEntry<Kind extends MailKind> = {
  /** The procedures that put it on its way; a test reads them out of the code. */
  by: readonly Act[];
  /** The rule set whose rules or figures decide whether it is sent, when, or what it says. */
  ruleSet: string | null;
  /** Invented facts for a preview. */
  sample: MailFacts[Kind];
};

/** Entries of some kinds, each with the facts of its own template. */
export type MailEntries<Kind extends MailKind> = { readonly [One in Kind]: MailEntry<One> };
