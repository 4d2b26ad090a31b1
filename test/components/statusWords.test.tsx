import { expect, test } from 'vitest';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import { postingStates } from '#app/domain/posting.ts';
import { postingMarks } from '#app/text/status.ts';
import { htmlOf } from './render.tsx';

test('no two states of a posting share a word', () => {
  const words = postingStates.map((state) => postingMarks[state].word);
  expect(new Set(words).size).toBe(postingStates.length);
});

test('a state is never told by colour alone: word and mark are there', () => {
  for (const state of postingStates) {
    const html = htmlOf(<StatusBadge mark={postingMarks[state]} />);
    expect(html).toContain(postingMarks[state].word);
    expect(html).toContain('<svg');
  }
});
