import { beforeEach, describe, expect, test } from 'vitest';
import type { MailJob } from '#app/domain/job.ts';
import type { Posting } from '#app/domain/posting.ts';
import { testDatabase } from '#test/support/database.ts';
import { type KeyBench, keyBench } from './support/keys.ts';
import { sampleAccount, sampleEstablishment, sampleOffice, samplePosting } from './support/samples.ts';

describe('Mails about a posting say how it stands when they are sent', () => {
  let bench: KeyBench;
  beforeEach(async () => {
    bench = await keyBench(await testDatabase());
    const { offices, establishments, accounts } = bench.stores;
    await offices.insert(sampleOffice);
    await establishments.insert(sampleEstablishment, { name: '', kana: '', places: [] });
    await accounts.insert(sampleAccount);
  });

  const { id: postingId } = samplePosting;

  /** The mail about a posting in this shape; undefined when it is not sent. */
  async function mailOf(posting: Partial<Posting>, mail: MailJob) {
    await bench.stores.postings.insert({ ...samplePosting, ...posting });
    await bench.enqueue({ ...mail, dedupe: 'mail' });
    await bench.jobs.runDue();
    return bench.mails.at(0);
  }
  const reason = async () => (await bench.row('mail')).last_error;

  const received: MailJob = { kind: 'mail.postingReceived', payload: { postingId } };
  const returned: MailJob = { kind: 'mail.postingReturned', payload: { postingId, returnId: 'return-1' } };
  const accepted: MailJob = { kind: 'mail.postingAccepted', payload: { postingId } };
  const refused: MailJob = { kind: 'mail.postingRefused', payload: { postingId } };
  const visitDemanded: MailJob = { kind: 'mail.visitDemanded', payload: { postingId } };

  const valid: Partial<Posting> = {
    state: 'valid',
    number: '99010-00000001',
    acceptedOn: '2026-11-25',
    validUntil: '2027-01-31',
  };

  test('the receipt of a 仮登録 with a visit names the office and the last day', async () => {
    const mail = await mailOf({}, received);
    expect(mail?.recipient).toBe(sampleAccount.email);
    expect(mail?.body).toContain('見本製菓株式会社　ご担当者様');
    expect(mail?.body).toContain('来庁期限：2026年12月8日(火)（令和8年）');
    expect(mail?.body).toContain('お問い合わせ：ハローワーク架空野（見本）　電話 03-1234-5678');
    expect(mail?.body).toContain(`https://mypage.example.jp/postings/${postingId}`);
    expect(mail?.body).toContain('0570-077450');
    expect(mail?.body).toContain('このメールは送信専用です');
  });

  test('the receipt of a 仮登録 without a visit says that the office checks it', async () => {
    const mail = await mailOf({ state: 'under_review', dueDate: null }, received);
    expect(mail?.body).not.toContain('来庁');
    expect(mail?.body).toContain('ハローワーク架空野（見本）で内容を確認し');
  });

  test('a return goes out with the visit due date that still stands', async () => {
    const mail = await mailOf({ state: 'returned' }, returned);
    expect(mail?.subject).toBe('【求人者マイページ】求人の内容を修正してください');
    expect(mail?.body).toContain('来庁期限は変わりません：2026年12月8日(火)（令和8年）');
  });

  test('a return that the employer has answered already is not announced any more', async () => {
    expect(await mailOf({ state: 'under_review' }, returned)).toBeUndefined();
    expect(await reason()).toBe('superseded');
  });

  test('an acceptance names the number and the last valid day', async () => {
    const mail = await mailOf(valid, accepted);
    expect(mail?.body).toContain('受理し、公開しました。');
    expect(mail?.body).toContain('求人番号：99010-00000001');
    expect(mail?.body).toContain('有効期限：2027年1月31日(日)（令和9年）');
  });

  test('an acceptance claims no publication of a posting that is not to be published', async () => {
    const content = { ...samplePosting.content, publication_scope: '4' };
    const mail = await mailOf({ ...valid, content }, accepted);
    expect(mail?.body).toContain('受理しました。ご希望のとおり、求人情報は公開していません。');
  });

  test('a refusal names the law and leaves the ground to the MyPage', async () => {
    const mail = await mailOf({ state: 'refused' }, refused);
    expect(mail?.body).toContain('職業安定法第5条の6第1項');
  });

  test('a demanded visit goes out while it is due', async () => {
    const mail = await mailOf({ officeDemand: true }, visitDemanded);
    expect(mail?.body).toContain('来庁期限：2026年12月8日(火)（令和8年）');
  });

  test('a demanded visit that has taken place is not asked for any more', async () => {
    const posting = { state: 'under_review', visitedOn: '2026-11-24' } as const;
    expect(await mailOf(posting, visitDemanded)).toBeUndefined();
    expect(await reason()).toBe('superseded');
  });

  test('a posting taken at the counter has no account to write to', async () => {
    expect(await mailOf({ via: 'counter', accountId: null }, received)).toBeUndefined();
    expect(await reason()).toBe('no-recipient');
  });

  test('a posting that is gone is not written about', async () => {
    await bench.enqueue({ ...accepted, dedupe: 'mail' });
    await bench.jobs.runDue();
    expect(await reason()).toBe('posting-gone');
  });
});
