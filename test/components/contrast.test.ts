import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../app/styles/global.css', import.meta.url), 'utf8');

/** Relative luminance of a colour token (WCAG 2.2). */
function luminance(token: string): number {
  const hex = new RegExp(`${token}: #([0-9a-f]{6})`).exec(css)?.[1] ?? '';
  const channels = [0, 2, 4].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['--text', '--surface'],
  ['--text-weak', '--surface'],
  ['--text-weak', '--surface-weak'],
  ['--key', '--key-tint'],
  ['--red', '--surface'],
  ['--red-dark', '--red-tint'],
  ['--green', '--surface'],
  ['--green-dark', '--green-tint'],
  ['--yellow', '--surface'],
  ['--yellow-dark', '--yellow-tint'],
  ['--orange-dark', '--orange-tint'],
])('text in %s on %s reaches 4.5:1', (text, background) => {
  expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
});

test('the border of a control reaches 3:1', () => {
  expect(contrast('--line-control', '--surface')).toBeGreaterThanOrEqual(3);
});
