import { expect, test } from 'vitest';
import { postingContract, postingKinds } from '#app/forms/posting.ts';

test.each([
  [{ posting_category: 'general', trial_employment_wish: 'none', trial_kind: null }, ['general']],
  [{ posting_category: 'new_graduate', trial_employment_wish: 'none', trial_kind: null }, ['general']],
  [
    { posting_category: 'disability', trial_employment_wish: 'none', trial_kind: null },
    ['disability_dedicated'],
  ],
  [
    { posting_category: 'general', trial_employment_wish: 'combined', trial_kind: 'trial' },
    ['general', 'trial'],
  ],
  [{ posting_category: 'general', trial_employment_wish: 'only', trial_kind: 'trial' }, ['trial']],
  [
    {
      posting_category: 'disability',
      trial_employment_wish: 'only',
      trial_kind: 'disability_short_hours_trial',
    },
    ['disability_dedicated', 'disability_short_hours_trial'],
  ],
  [{ posting_category: 'general', trial_employment_wish: 'only', trial_kind: null }, ['general']],
  [{}, ['general']],
])('%j counts as %j', (values, kinds) => {
  expect(postingKinds(values)).toEqual(kinds);
});

test('a posting is direct unless it says 派遣 or 請負', () => {
  expect(postingContract({ dispatch_kind: 'dispatch' })).toBe('dispatch');
  expect(postingContract({ dispatch_kind: 'contracting' })).toBe('contracting');
  expect(postingContract({ dispatch_kind: 'direct' })).toBe('direct');
  expect(postingContract({ dispatch_kind: null })).toBe('direct');
  expect(postingContract({})).toBe('direct');
});
