import { expect, test } from 'vitest';
import type { FormValues } from '#app/forms/field.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { returnRequest } from '#app/procedures/changeRequest/return.ts';
import { saveContentStep } from '#app/procedures/changeRequest/saveContentStep.ts';
import { startContentChange } from '#app/procedures/changeRequest/startContent.ts';
import { submitContentChange } from '#app/procedures/changeRequest/submitContent.ts';
import { wordDiff } from '#app/web/wordDiff.server.ts';
import { reviewChange } from '#db/queries/reviewChange.ts';
import { validPosting } from '#test/support/changes.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted } from '#test/support/world.ts';

const newText = '生地の仕込みと焼成を行います。経験のない方にも、はじめから教えます。';

async function editing(open: OpenDatabase) {
  const world = await validPosting(open);
  const { office, employer, shown, decidable, request } = world;
  const { requestId } = granted(await office.perform(startContentChange, employer, await shown()));
  const set = async (name: string, value: FormValues[string]) => {
    const { after } = await request(requestId);
    const index = postingSteps.findIndex(({ fields }) => fields.some((field) => field.name === name));
    const fields = postingSteps[index]?.fields ?? [];
    const kept = Object.fromEntries(fields.map((field) => [field.name, after[field.name] ?? null]));
    const values = { ...kept, [name]: value ?? null };
    const input = { ...(await decidable(requestId)), step: index + 1, values, proceed: true };
    return office.perform(saveContentStep, employer, input);
  };
  return {
    ...world,
    requestId,
    set,
    send: async () =>
      office.perform(submitContentChange, employer, {
        ...(await decidable(requestId)),
        confirmed: office.everyRule,
      }),
  };
}

describeOnEveryDatabase('求人内容の変更 of a valid posting', (open) => {
  test('leaves what is published in force until the counter accepts, then applies it and keeps the old', async () => {
    const { office, posting, set, send, accept, requestId, mails } = await editing(open);
    const before = await posting();
    granted(await set('job_description', newText));
    granted(await send());
    expect((await posting()).content).toEqual(before.content);
    const shown = await reviewChange(office.database.reader, office.staff.clerk, requestId);
    expect(shown?.verdict).toMatchObject({ ruleSet: 'acceptance/posting', asOf: '2026-11-24' });
    await accept(requestId);
    const after = await posting();
    expect(after.content).toEqual({ ...before.content, job_description: newText });
    expect(after).toMatchObject({ state: 'valid', number: before.number, validUntil: before.validUntil });
    expect(await office.stores.changeRequests.versionsOf(before.id)).toMatchObject([
      { requestId, content: before.content },
    ]);
    expect((await mails()).at(-1)?.subject).toContain('求人内容の変更の申込みを受理しました');
  });

  test('without a difference is not sent', async () => {
    const { send, request, requestId } = await editing(open);
    expect(await send()).toMatchObject({ ok: false, code: 'change-nothing' });
    expect(await request(requestId)).toMatchObject({ state: 'draft' });
  });

  test('that a red check stands against is not sent; one turned red while it waited needs a reason', async () => {
    const { office, set, send, request, requestId, decidable, posting } = await editing(open);
    granted(await set('job_description', newText));
    granted(await send());
    const waiting = await request(requestId);
    const after = { ...waiting.after, base_pay_min: 1_000, base_pay_max: 1_000 };
    await office.stores.changeRequests.update({ ...waiting, after });
    const input = { ...(await decidable(requestId)), overrideReason: null };
    expect(await office.perform(acceptRequest, office.staff.clerk, input)).toMatchObject({
      code: 'content-blocked',
      fields: [{ field: 'override_reason' }],
    });
    expect((await posting()).content).not.toMatchObject({ base_pay_min: 1_000 });
    const reason = { ...input, overrideReason: '電話で確認したため（見本）' };
    granted(await office.perform(acceptRequest, office.staff.clerk, reason));
    expect((await posting()).content).toMatchObject({ base_pay_min: 1_000 });
  });

  test('is returned, gone on with in the same copy, and sent again', async () => {
    const { office, employer, shown, set, send, requestId, decidable, request } = await editing(open);
    granted(await set('job_description', newText));
    granted(await send());
    const message = '仕事の内容をもう少し詳しくしてください。';
    const returned = { ...(await decidable(requestId)), message };
    granted(await office.perform(returnRequest, office.staff.clerk, returned));
    expect(granted(await office.perform(startContentChange, employer, await shown()))).toEqual({ requestId });
    granted(await set('job_description', `${newText}二人で作業します。`));
    granted(await send());
    expect(await request(requestId)).toMatchObject({ state: 'submitted', answer: null });
  });

  test('is one copy however often it is begun, and keeps other requests waiting', async () => {
    const { office, employer, shown, requestId, tryStop } = await editing(open);
    const seen = await shown();
    const again = () => office.perform(startContentChange, employer, seen);
    expect((await Promise.all([again(), again()])).map(granted)).toEqual([{ requestId }, { requestId }]);
    expect(await tryStop('2026-11-24')).toMatchObject({ code: 'change-open' });
  });

  test('is closed to a restricted MyPage and out of reach of another employer', async () => {
    const { office, shown, set, send, requestId, decidable, restrict } = await editing(open);
    granted(await set('job_description', newText));
    const other = await office.openedAtCounter('b@example.co.jp');
    await expect(office.perform(startContentChange, other, await shown())).rejects.toMatchObject({
      name: 'NotFound',
    });
    const sent = { ...(await decidable(requestId)), confirmed: [] };
    await expect(office.perform(submitContentChange, other, sent)).rejects.toMatchObject({
      name: 'NotFound',
    });
    await restrict();
    for (const outcome of [await set('job_description', '別の文'), await send()])
      expect(outcome).toMatchObject({ code: 'feature-closed', params: { feature: 'posting-change' } });
  });
});

test('wages are compared as whole numbers', () => {
  expect(wordDiff('200,000円', '210,000円')).toEqual({
    before: [{ text: '200,000円', kind: 'removed' }],
    after: [{ text: '210,000円', kind: 'added' }],
  });
});

test('sentences are compared by words, and numbers in them stay whole', () => {
  const { before, after } = wordDiff(
    '月給は200,000円で、賞与があります。',
    '月給は210,000円で、賞与があります。',
  );
  expect(before.find(({ kind }) => kind === 'removed')?.text).toBe('200,000');
  expect(after.find(({ kind }) => kind === 'added')?.text).toBe('210,000');
  expect(after.map(({ text }) => text).join('')).toBe('月給は210,000円で、賞与があります。');
});
