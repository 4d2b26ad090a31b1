import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { permissions } from '#app/domain/permissions.ts';
import type { Guard } from '#app/web/context.ts';
import type { ServerBuild } from '#app/web/remix.server.ts';

const built = path.resolve('build/server/index.js');

/** Loaders that know nothing of anybody: the mode of the process for the frame of every page. */
const withoutGuard = ['root loader'];

/** Addresses that must not be open to everybody. */
const areas: readonly { under: RegExp; audiences: readonly Guard['audience'][] }[] = [
  { under: /^(staff|print)(\/(?!login$)|$)/, audiences: ['staff'] },
  { under: /^demo(\/|$)/, audiences: ['demo'] },
  { under: /^mypage(\/(?!login$|start$|register$)|$)/, audiences: ['mypage', 'start', 'public'] },
];

const guardOf = (route: unknown): Guard | undefined =>
  typeof route === 'function' && 'guard' in route ? (route.guard as Guard) : undefined;

describe.runIf(existsSync(built))('Every loader and action of the built app', async () => {
  const { routes }: ServerBuild = existsSync(built)
    ? await import(/* @vite-ignore */ pathToFileURL(built).href)
    : { routes: {} };

  const fullPath = (id: string): string => {
    const route = routes[id];
    const parent = route?.parentId === undefined ? '' : fullPath(route.parentId);
    return [parent, route?.path ?? ''].filter((part) => part !== '').join('/');
  };
  const doors = Object.entries(routes).flatMap(([id, route]) =>
    (['loader', 'action'] as const).flatMap((kind) => {
      const run = route?.module[kind];
      return run === undefined ? [] : [{ name: `${id} ${kind}`, address: fullPath(id), guard: guardOf(run) }];
    }),
  );

  test('there are some', () => expect(doors.length).toBeGreaterThan(0));

  test('has a guard of its own, for a permission that exists', () => {
    const open = doors.filter(({ name, guard }) => guard === undefined && !withoutGuard.includes(name));
    expect(open.map(({ name }) => name)).toEqual([]);
    for (const { guard } of doors) {
      if (guard !== undefined && guard.permission !== 'anyone')
        expect(permissions).toHaveProperty([guard.permission]);
    }
  });

  test('is for the people whose area it is in', () => {
    const strayed = doors.filter(({ address, guard }) =>
      areas.some(
        ({ under, audiences }) =>
          guard !== undefined && under.test(address) && !audiences.includes(guard.audience),
      ),
    );
    expect(strayed.map(({ name }) => name)).toEqual([]);
  });
});
