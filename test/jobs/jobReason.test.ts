import { describe, expect, test } from 'vitest';
import { jobReason } from '#app/text/mails.ts';

describe('Why a job stands still, on the staff screen', () => {
  test('a refused recipient asks to check the address', () => {
    expect(jobReason('smtp-550', 'dead')).toContain('メールアドレスを確認');
  });

  test.each(['smtp-421', 'smtp-etimedout', 'smtp-econnection'])(
    '%s says that it is tried again by itself, as long as it is',
    (code) => {
      expect(jobReason(code, 'ready')).toContain('自動でもう一度');
      expect(jobReason(code, 'dead')).toContain('自動の送信をやめました');
    },
  );

  test('an error nobody foresaw is named by its class', () => {
    expect(jobReason('RangeError', 'dead')).toContain('（RangeError）');
  });
});
