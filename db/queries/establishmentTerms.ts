import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { partsBeginningWith } from '#app/domain/searchParts.ts';
import { inScope } from '../stores/scope.ts';
import { beginningWith } from './like.ts';

/** What somebody typed into the one box, read in every way it may be meant; null where it cannot be that. */
export type EstablishmentTerms = {
  /** Folded name or kana (forms/searchKey). */
  key: string | null;
  /** The folded parts of it, in any order. */
  words: readonly string[];
  /** Three or more digits on end: the beginning of an 事業所番号 or 法人番号, or part of a telephone number. */
  digits: string | null;
  /** 事業所番号 in its 4-6-1 form. */
  number: string | null;
  /** The beginning of an e-mail address, lower case. */
  email: string | null;
};

/**
 * The ids of those that may match, by what stands in the index: all the words, or one of the other readings. There is
 * one at least.
 */
export function idsFoundBy(
  knex: Knex,
  actor: StaffActor,
  { words, digits, number, email }: EstablishmentTerms,
): Knex.QueryBuilder {
  const withPart = (word: string): Knex.QueryBuilder => {
    const { from, before } = partsBeginningWith(word);
    return knex('establishment_search_part')
      .where(inScope(scopeOf(actor)))
      .where('part', '>=', from)
      .where('part', '<', before)
      .select('establishment_id');
  };
  const readings = [digits, number?.replaceAll('-', '')].flatMap((word) => word ?? []).map(withPart);
  const [first, ...others] = words.map(withPart);
  if (first)
    readings.push(
      knex
        .select('establishment_id')
        .from((others.length === 0 ? first : first.intersect(others)).as('all_words')),
    );
  if (email !== null)
    readings.push(
      knex('account')
        .join('establishment', 'establishment.id', 'account.establishment_id')
        .where(
          inScope(scopeOf(actor), { office: 'establishment.office_id', establishment: 'establishment.id' }),
        )
        .whereRaw("lower(account.email) like ? escape '\\'", [beginningWith(email)])
        .select('account.establishment_id'),
    );
  return readings.reduce((all, reading) => all.union(reading));
}
