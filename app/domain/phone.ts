/**
 * A telephone number with hyphens. Mobile and IP phones 3-4-4, free dial 4-3-3, navi dial 4-6 as in the leaflet,
 * Tokyo and Osaka 2-4-4; other area codes differ in length, so their numbers are grouped 3-3-4 for reading only.
 * What is no number of ten or eleven digits stays as it is.
 */
export function phone(digits: string): string {
  const split = (first: number, second: number) =>
    `${digits.slice(0, first)}-${digits.slice(first, first + second)}-${digits.slice(first + second)}`;
  if (!/^0\d{9,10}$/.test(digits)) return digits;
  if (digits.startsWith('0570')) return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  if (/^0(?:120|800|990)/.test(digits)) return split(4, 3);
  if (digits.length === 11) return split(3, 4);
  if (/^0[36]/.test(digits)) return split(2, 4);
  return split(3, 3);
}
