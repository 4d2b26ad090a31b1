import { expect, test } from 'vitest';
import { DueDate, dueCode } from '#app/components/ui/DueDate.tsx';
import { htmlOf } from './render.tsx';

test('three open days before a due date it is near, four before it is not', () => {
  expect(dueCode('2026-12-04', '2026-11-30', 4)).toBe('none');
  expect(dueCode('2026-12-04', '2026-12-01', 3)).toBe('soon');
});

test('on its day a due date is today, the day after it is over', () => {
  expect(dueCode('2026-12-04', '2026-12-03', 1)).toBe('soon');
  expect(dueCode('2026-12-04', '2026-12-04', 0)).toBe('today');
  expect(dueCode('2026-12-04', '2026-12-05', 0)).toBe('overdue');
});

test('the page says how much is left, or how many days it is over, in words', () => {
  expect(htmlOf(<DueDate date="2026-12-04" today="2026-11-24" openDaysLeft={8} />)).toMatch(
    /12月4日\(金\).*あと8開庁日/s,
  );
  expect(htmlOf(<DueDate short date="2026-12-04" today="2026-12-07" openDaysLeft={0} />)).toMatch(
    /12\/4\(金\).*3日超過/s,
  );
});
