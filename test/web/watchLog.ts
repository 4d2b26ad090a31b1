import { beforeEach, vi } from 'vitest';

/** Keeps the log off the screen; what it said since the test began. */
export function watchLog(): () => string[] {
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
  });
  return () => lines.filter((line) => line.startsWith('{"at":'));
}
