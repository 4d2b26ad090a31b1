import { afterEach, beforeEach, expect, vi } from 'vitest';

/** What code under test writes to the console as a warning or an error fails the test, unless the test spied on it. */
let complaints: string[] = [];

const listen = (level: 'error' | 'warn'): void => {
  vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
    complaints.push(`console.${level}: ${words.map(String).join(' ')}`);
  });
};

beforeEach(() => {
  complaints = [];
  listen('error');
  listen('warn');
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints).toEqual([]);
});
