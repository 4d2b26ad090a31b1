import { prefectures } from '#app/forms/prefectures.ts';

/** 所在地 as an establishment keeps it. */
export type Address = {
  postal: string | null;
  prefecture: string | null;
  city: string | null;
  street: string | null;
  building: string | null;
};

/** 東京都架空区見本1-2-3 見本ビル */
export function addressText({ prefecture, city, street, building }: Address): string {
  const name = prefectures.find((one) => one.value === prefecture)?.label ?? '';
  const place = `${name}${city ?? ''}${street ?? ''}`;
  return building === null ? place : `${place} ${building}`;
}
