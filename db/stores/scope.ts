import type { Knex } from 'knex';
import type { Scope } from '#app/domain/permissions.ts';

/**
 * The actor's reach as part of the SQL. Columns are those of posting; pass others where the table calls them
 * differently.
 */
export function inScope(
  scope: Scope,
  columns: { office: string; establishment: string } = {
    office: 'office_id',
    establishment: 'establishment_id',
  },
): (query: Knex.QueryBuilder) => void {
  return (query) => {
    if (scope.kind === 'office') query.where(columns.office, scope.officeId);
    else if (scope.kind === 'establishment') query.where(columns.establishment, scope.establishmentId ?? '');
    // Whoever speaks for job seekers reaches nothing but what says so for itself (referrals, job seekers).
    else if (scope.kind !== 'all') query.whereRaw('1 = 0');
  };
}
