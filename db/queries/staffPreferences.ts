import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { type StaffPreferences, staffPreferenceStore } from '../stores/staffPreferences.ts';

/** 個人設定 of the actor. */
export const staffPreferences = (knex: Knex, actor: StaffActor): Promise<StaffPreferences> =>
  staffPreferenceStore(knex).find(actor.id);
