import type { Role } from '#app/domain/actor.ts';
import { type Permission, permissions } from '#app/domain/permissions.ts';
import { page, table } from './markdown.ts';

const roles: readonly Role[] = ['visitor', 'employer', 'clerk', 'supervisor', 'auditor', 'system', 'partner'];

const rowOf = ([permission, allowed]: [string, readonly Role[]]): readonly string[] => [
  `\`${permission}\``,
  ...roles.map((role) => (allowed.includes(role) ? '●' : '')),
];

/** Who may do what. */
export const permissionsPage = (): string =>
  page(
    'Permissions',
    '`app/domain/permissions.ts`',
    'Staff reach the records of their own office, employers those of their own establishment; that is in the SQL of every query, not in this table.',
    table(
      ['act', ...roles],
      Object.entries(permissions satisfies Record<Permission, readonly Role[]>).map(rowOf),
    ),
  );
