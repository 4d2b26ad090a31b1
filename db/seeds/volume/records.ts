import type { Instant } from '#app/domain/clock.ts';
import type { AuditEntry } from '../../stores/audit.ts';
import type { Tools } from './office.ts';

/** What somebody did; the office and the request are added. */
export type Deed = Pick<AuditEntry, 'at' | 'actorKind' | 'actorId' | 'role' | 'action' | 'subject'> & {
  detail: object;
};

export type Records = {
  add(deed: Deed): void;
  /** Appends them to the chain in the order of time. */
  write(): Promise<void>;
};

/**
 * The record of an office: kept until the office is complete, because the chain is in the order of time. No personal
 * values stand beside it: their salts would be other ones each time.
 */
export function openRecords(
  { fill, chance, auditKey, made }: Pick<Tools, 'fill' | 'chance' | 'auditKey' | 'made'>,
  officeId: string,
): Records {
  const deeds: Deed[] = [];
  return {
    add: (deed) => {
      deeds.push(deed);
    },
    write: async () => {
      deeds.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      for (const deed of deeds) {
        await fill.stores.audit.append(
          { ...deed, officeId, establishmentId: null, requestId: chance.id(deed.at), personal: {} },
          auditKey,
        );
        await made();
      }
    },
  };
}

export const byStaff = (at: Instant, { id, role }: { id: string; role: string }) => ({
  at,
  actorKind: 'staff',
  actorId: id,
  role,
});

export const byEmployer = (at: Instant, accountId: string) => ({
  at,
  actorKind: 'employer',
  actorId: accountId,
  role: 'employer',
});

export const byNight = (at: Instant, job: string) => ({
  at,
  actorKind: 'system',
  actorId: job,
  role: 'system',
});
