import { describe, expect, test } from 'vitest';
import { jobReason } from '#app/text/mails.ts';

describe('Why a job stands still, on the staff screen', () => {
  test('a refused recipient asks to check the address', () => {
    expect(jobReason('smtp-550')).toContain('メールアドレスを確認');
  });

  test.each(['smtp-421', 'smtp-etimedout', 'smtp-econnection'])(
    '%s says that it is tried again by itself',
    (code) => {
      expect(jobReason(code)).toContain('自動でもう一度');
    },
  );

  test('an error nobody foresaw is named by its class', () => {
    expect(jobReason('RangeError')).toContain('（RangeError）');
  });
});
