import type { Knex } from 'knex';
import type { AccountState } from '#app/domain/account.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { type Address, addressIn } from './address.ts';
import { type EstablishmentTerms, idsFoundBy } from './establishmentTerms.ts';
import { beginningWith, containing } from './like.ts';
import { type Page, pageOf } from './page.ts';

/** The one thing that matched best; `parts` where the words stand in several, or in the address. */
export type MatchedBy = 'number' | 'corporateNumber' | 'email' | 'phone' | 'name' | 'kana' | 'parts';

export type FoundEstablishment = {
  id: string;
  state: EstablishmentState;
  number: string | null;
  corporateNumber: string | null;
  name: string;
  nameKana: string;
  phone: string;
  address: Address;
  account: AccountState | 'none';
  /** The address that was searched for, where one matched. */
  email: string | null;
  matched: MatchedBy;
};

type Row = {
  id: string;
  state: EstablishmentState;
  number: string | null;
  corporate_number: string | null;
  name: string;
  name_kana: string;
  phone: string;
  details: string;
  rank: number;
  opened: number;
  accounts: number;
  email: string | null;
};

type Rank = { by: MatchedBy; sql: string; bindings: readonly string[] };

/** The ways in which a found record may match, best first; the position is the rank. */
function ranksOf({ key, words, digits, number, email }: EstablishmentTerms): Rank[] {
  const ranks: Rank[] = [];
  const add = (by: MatchedBy, sql: string, ...bindings: string[]) => ranks.push({ by, sql, bindings });
  if (number !== null) add('number', 'establishment.number = ?', number);
  if (digits !== null) {
    add('corporateNumber', 'establishment.corporate_number = ?', digits);
    add('phone', 'establishment.phone = ?', digits);
  }
  if (email !== null)
    add(
      'email',
      "exists (select 1 from account where account.establishment_id = establishment.id and lower(account.email) like ? escape '\\')",
      beginningWith(email),
    );
  if (key !== null) {
    add('name', 'establishment.search_name = ?', key);
    add('kana', 'establishment.search_kana = ?', key);
    add('name', "establishment.search_name like ? escape '\\'", beginningWith(key));
    add('kana', "establishment.search_kana like ? escape '\\'", beginningWith(key));
  }
  if (digits !== null) {
    add('number', "replace(establishment.number, '-', '') like ? escape '\\'", beginningWith(digits));
    add('corporateNumber', "establishment.corporate_number like ? escape '\\'", beginningWith(digits));
    add('phone', "establishment.phone like ? escape '\\'", containing(digits));
  }
  if (key !== null) {
    const all = (column: string): string =>
      words.map(() => `establishment.${column} like ? escape '\\'`).join(' and ');
    add('name', all('search_name'), ...words.map(containing));
    add('kana', all('search_kana'), ...words.map(containing));
  }
  return ranks;
}

const accountOf = (row: Row): FoundEstablishment['account'] =>
  Number(row.opened) > 0 ? 'active' : Number(row.accounts) > 0 ? 'mail_registered' : 'none';

/** Establishments of the actor's office that match, the closest first. */
export async function establishmentSearch(
  knex: Knex,
  actor: StaffActor,
  terms: EstablishmentTerms,
  page: number,
): Promise<Page<FoundEstablishment>> {
  const ranks = ranksOf(terms);
  if (ranks.length === 0) return { rows: [], total: 0, page: 1, pages: 1 };
  const matching = () =>
    knex('establishment')
      .where(
        inScope(scopeOf(actor), { office: 'establishment.office_id', establishment: 'establishment.id' }),
      )
      .whereIn('establishment.id', idsFoundBy(knex, actor, terms));
  const rank = knex.raw(
    `case ${ranks.map(({ sql }, index) => `when ${sql} then ${index}`).join(' ')} else ${ranks.length} end as ${knex.ref('rank').toString()}`,
    ranks.flatMap(({ bindings }) => [...bindings]),
  );
  const accounts = () => knex('account').whereRaw('account.establishment_id = establishment.id');
  const found = await pageOf<Row>(
    matching(),
    matching()
      .select('id', 'state', 'number', 'corporate_number', 'name', 'name_kana', 'phone', 'details', rank)
      .select({
        opened: accounts().where('state', 'active').count('*'),
        accounts: accounts().count('*'),
        email: accounts()
          .whereRaw("lower(account.email) like ? escape '\\'", [beginningWith(terms.email ?? '')])
          .min('email'),
      })
      .orderBy([{ column: 'rank' }, { column: 'search_kana' }, { column: 'id' }]),
    page,
  );
  return {
    ...found,
    rows: found.rows.map((row) => ({
      id: row.id,
      state: row.state,
      number: row.number,
      corporateNumber: row.corporate_number,
      name: row.name,
      nameKana: row.name_kana,
      phone: row.phone,
      address: addressIn(row.details),
      account: accountOf(row),
      email: terms.email === null ? null : row.email,
      matched: ranks[Number(row.rank)]?.by ?? 'parts',
    })),
  };
}
