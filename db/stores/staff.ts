import type { Knex } from 'knex';
import type { StaffRole } from '#app/domain/actor.ts';
import { fromFlag, toFlag } from '../rows.ts';

/** 職員: someone who works at the counter of one office. */
export type StaffMember = {
  id: string;
  officeId: string;
  name: string;
  role: StaffRole;
  loginName: string;
  passwordHash: string;
  /** Made by the seed; production refuses to start while one exists. */
  demo: boolean;
  active: boolean;
  /** Somebody else knows it: it opens nothing but the page that changes it. */
  temporaryPassword: boolean;
};

const recordFrom = (row: Record<string, string | number>): StaffMember =>
  ({
    id: row.id,
    officeId: row.office_id,
    name: row.name,
    role: row.role,
    loginName: row.login_name,
    passwordHash: row.password_hash,
    demo: fromFlag(Number(row.demo)),
    active: fromFlag(Number(row.active)),
    temporaryPassword: fromFlag(Number(row.temporary_password)),
  }) as StaffMember;

export type StaffStore = {
  find(id: string): Promise<StaffMember | undefined>;
  /** Somebody who works at that office. */
  colleague(officeId: string, id: string): Promise<StaffMember | undefined>;
  findByLoginName(loginName: string): Promise<StaffMember | undefined>;
  demoAccounts(): Promise<StaffMember[]>;
  /** Everybody of an office, those who have left included. */
  ofOffice(officeId: string): Promise<StaffMember[]>;
  /**
   * Keeps other changes to the office's people waiting until this transaction ends, so that what is counted stays
   * true until it is written.
   */
  holdOffice(officeId: string): Promise<void>;
  insert(member: Omit<StaffMember, 'temporaryPassword'> & { temporaryPassword?: boolean }): Promise<void>;
  update(
    id: string,
    change: Partial<Pick<StaffMember, 'role' | 'active' | 'passwordHash' | 'temporaryPassword'>>,
  ): Promise<void>;
};

export function staffStore(knex: Knex): StaffStore {
  return {
    find: async (id) => {
      const row = await knex('staff').where({ id }).first();
      return row && recordFrom(row);
    },
    colleague: async (officeId, id) => {
      const row = await knex('staff').where({ office_id: officeId, id, active: 1 }).first();
      return row && recordFrom(row);
    },
    findByLoginName: async (loginName) => {
      const row = await knex('staff').where({ login_name: loginName }).first();
      return row && recordFrom(row);
    },
    demoAccounts: async () => (await knex('staff').where({ demo: 1 }).orderBy('login_name')).map(recordFrom),
    ofOffice: async (officeId) =>
      (await knex('staff').where({ office_id: officeId }).orderBy(['name', 'id'])).map(recordFrom),
    holdOffice: async (officeId) => {
      // Writing the row as it is locks it on PostgreSQL; SQLite has one writer anyway.
      await knex('office').where({ id: officeId }).update({ id: officeId });
    },
    update: async (id, { role, active, passwordHash, temporaryPassword }) => {
      await knex('staff')
        .where({ id })
        .update({
          ...(role === undefined ? {} : { role }),
          ...(active === undefined ? {} : { active: toFlag(active) }),
          ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
          ...(temporaryPassword === undefined ? {} : { temporary_password: toFlag(temporaryPassword) }),
        });
    },
    insert: async (member) => {
      await knex('staff').insert({
        id: member.id,
        office_id: member.officeId,
        name: member.name,
        role: member.role,
        login_name: member.loginName,
        password_hash: member.passwordHash,
        demo: toFlag(member.demo),
        active: toFlag(member.active),
        temporary_password: toFlag(member.temporaryPassword ?? false),
      });
    },
  };
}
