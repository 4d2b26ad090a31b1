import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { COPY_CONFIRMED, stillAsCopied } from '#app/domain/postingCopy.ts';
import type { FormValues } from '#app/forms/field.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { copyPosting } from '#app/procedures/posting/copy.ts';
import { discardDraft } from '#app/procedures/posting/discardDraft.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { mypagePostings } from '#db/queries/mypagePostings.ts';
import { validPosting } from '#test/support/changes.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted } from '#test/support/world.ts';

/** A valid posting, used for a new one. */
async function copied(open: OpenDatabase, change: FormValues = {}) {
  const { office, employer, posting, restrict } = await validPosting(open);
  const source = await posting();
  const { stores } = office;
  const edited = { ...source, content: { ...source.content, ...change } };
  if (Object.keys(change).length > 0) await stores.postings.update(edited);
  const { postingId, leftOut } = granted(
    await office.perform(copyPosting, employer, { sourceId: source.id }),
  );
  const draft = () => office.now(postingId);
  const set = async (values: FormValues) => {
    const [name = ''] = Object.keys(values);
    const index = postingSteps.findIndex(({ fields }) => fields.some((field) => field.name === name));
    const { content, version } = await draft();
    const fields = postingSteps[index]?.fields ?? [];
    const kept = Object.fromEntries(fields.map((field) => [field.name, content[field.name] ?? null]));
    const shown = { postingId, version, step: index + 1, proceed: true, confirmed: office.everyRule };
    return office.perform(saveStep, employer, { ...shown, values: { ...kept, ...values } });
  };
  const send = async (...confirmed: string[]) =>
    office.perform(submitPosting, employer, {
      postingId,
      version: (await draft()).version,
      confirmed: [...office.everyRule, ...confirmed],
    });
  return { office, employer, source, leftOut, draft, set, send, restrict };
}

describeOnEveryDatabase('転用 of an earlier posting', (open) => {
  test('begins a draft with its content; what is said anew each time is asked for', async () => {
    const { office, source, draft } = await copied(open, { note_to_office: '更新求人' });
    const begun = await draft();
    expect(begun).toMatchObject({
      state: 'draft',
      stepsDone: postingSteps.length,
      jobTitle: source.jobTitle,
      number: null,
      appliedOn: null,
      dueDate: null,
    });
    expect(begun.content).toEqual({
      ...source.content,
      note_to_office: null,
      establishment_confirmed: false,
    });
    expect(await office.now(source.id)).toMatchObject({ state: 'valid', number: source.number });
    const copy = await office.stores.postingCopies.find(begun.id);
    expect(copy).toMatchObject({ sourceId: source.id, leftOut: [] });
    expect(Object.keys(copy?.carried ?? {})).toEqual(
      expect.arrayContaining(['base_pay_min', 'hiring_count', 'shift1_start', 'duties_change_scope']),
    );
    expect(copy?.carried).not.toHaveProperty('job_title');
    const latest = await office.stores.audit.latestOf({ type: 'posting', id: begun.id });
    expect(latest).toMatchObject({ action: 'posting.draftCopied' });
  });

  test('is handed in only with the tick that the carried-over fields were looked at', async () => {
    const { draft, set, send } = await copied(open);
    expect(await send(COPY_CONFIRMED)).toMatchObject({ ok: false, code: 'fields-wrong' });
    granted(await set({ establishment_confirmed: true }));
    expect(await send()).toMatchObject({ ok: false, code: 'copy-unconfirmed' });
    expect((await draft()).state).toBe('draft');
    granted(await send(COPY_CONFIRMED));
    expect((await draft()).state).not.toBe('draft');
  });

  test('marks a field until it is changed', async () => {
    const { office, draft, set } = await copied(open);
    const marks = async () => {
      const { id, content } = await draft();
      const copy = await office.stores.postingCopies.find(id);
      return copy === undefined ? [] : stillAsCopied(copy, content);
    };
    expect(await marks()).toContain('hiring_count');
    granted(await set({ hiring_count: 3 }));
    expect(await marks()).not.toContain('hiring_count');
    expect(await marks()).toContain('base_pay_min');
  });

  test('names and leaves out fields and choices that the form has no more', async () => {
    const { leftOut, draft } = await copied(open, {
      fax_for_applications: '03-0000-0000',
      hiring_reason: 'seasonal_peak',
      documents: ['resume', 'seal_certificate'],
    });
    expect(leftOut).toEqual([
      { field: 'fax_for_applications', value: '03-0000-0000' },
      { field: 'hiring_reason', value: 'seasonal_peak' },
      { field: 'documents', value: 'seal_certificate' },
    ]);
    const { content } = await draft();
    expect(content).not.toHaveProperty('fax_for_applications');
    expect(content).toMatchObject({ hiring_reason: null, documents: ['resume'] });
  });

  test('is a new application: not of what still waits, not of another establishment, not while closed', async () => {
    const { office, employer, source, restrict } = await copied(open);
    const tries = (sourceId: string, who: EmployerActor = employer) =>
      office.perform(copyPosting, who, { sourceId });
    const waiting = await office.submitted(employer, await office.filledIn(employer));
    expect(await tries(waiting.id)).toMatchObject({ ok: false, code: 'copy-unsettled' });
    const stranger = await office.openedAtCounter('b@example.co.jp');
    await expect(tries(source.id, stranger)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(
      office.perform(copyPosting, office.staff.clerk, { sourceId: source.id }),
    ).rejects.toMatchObject({ name: 'Forbidden' });
    await restrict();
    expect(await tries(source.id)).toMatchObject({ ok: false, code: 'feature-closed' });
  });

  test('leaves nothing behind when the draft is discarded', async () => {
    const { office, employer, draft } = await copied(open);
    const { id: postingId, version } = await draft();
    granted(await office.perform(discardDraft, employer, { postingId, version }));
    expect(await office.stores.postingCopies.find(postingId)).toBeUndefined();
  });

  test('finds past postings page by page and by title or number', async () => {
    const { office, employer, source } = await copied(open);
    for (let count = 0; count < 55; count += 1) {
      const ended: Posting = {
        ...source,
        id: randomUUID(),
        state: count % 3 === 0 ? 'refused' : 'invalid',
        number: null,
        jobTitle: count === 7 ? '夜間の警備100%' : `見本の職種${count}`,
        version: 1,
      };
      await office.stores.postings.insert(ended);
    }
    const list = (asked?: { search?: string; page?: number }) =>
      mypagePostings(office.database.reader, employer, 'copyable', asked);
    expect(await list()).toMatchObject({ total: 56, page: 1, pages: 2, rows: { length: 50 } });
    expect(await list({ page: 2 })).toMatchObject({ rows: { length: 6 } });
    expect((await list({ search: '100%' })).rows).toMatchObject([{ jobTitle: '夜間の警備100%' }]);
    expect((await list({ search: source.number ?? '' })).rows).toMatchObject([{ id: source.id }]);
    const stranger = await office.openedAtCounter('b@example.co.jp');
    expect(await mypagePostings(office.database.reader, stranger, 'copyable')).toMatchObject({ total: 0 });
  });
});
