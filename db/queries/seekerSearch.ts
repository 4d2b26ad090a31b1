import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { fromFlag } from '../rows.ts';
import { inScope } from '../stores/scope.ts';
import { beginningWith, containing } from './like.ts';
import { type Page, pageOf } from './page.ts';

/** What somebody typed into the one box; null where it cannot be that. */
export type SeekerTerms = {
  /** Folded name or kana. */
  key: string | null;
  /** Three or more digits on end: the beginning of a 求職番号, or an お問い合わせ番号. */
  digits: string | null;
};

export type FoundSeeker = {
  id: string;
  number: string;
  name: string;
  nameKana: string;
  wishedOccupation: string;
  isPublic: boolean;
  hasMypage: boolean;
};

type Row = Omit<FoundSeeker, 'isPublic' | 'hasMypage'> & { isPublic: number; hasMypage: number };

/** Job seekers of the actor's office: those that match, in the order of their kana; without terms the newest first. */
export async function seekerSearch(
  knex: Knex,
  actor: StaffActor,
  { key, digits }: SeekerTerms,
  page: number,
): Promise<Page<FoundSeeker>> {
  const all = key === null && digits === null;
  const matching = () =>
    knex('job_seeker')
      .where(inScope(scopeOf(actor)))
      .where((any) => {
        if (key !== null)
          any
            .orWhereRaw("search_name like ? escape '\\'", [containing(key)])
            .orWhereRaw("search_kana like ? escape '\\'", [containing(key)]);
        if (digits !== null)
          any
            .orWhereRaw("replace(number, '-', '') like ? escape '\\'", [beginningWith(digits)])
            .orWhere('inquiry_number', digits);
      });
  const found = await pageOf<Row>(
    matching(),
    matching()
      .orderBy(
        all
          ? [{ column: 'updated_at', order: 'desc' }, { column: 'id' }]
          : [{ column: 'search_kana' }, { column: 'id' }],
      )
      .select('id', 'number', 'name', 'name_kana as nameKana', 'wished_occupation as wishedOccupation')
      .select('is_public as isPublic', 'has_mypage as hasMypage'),
    page,
  );
  return {
    ...found,
    rows: found.rows.map((row) => ({
      ...row,
      isPublic: fromFlag(row.isPublic),
      hasMypage: fromFlag(row.hasMypage),
    })),
  };
}
