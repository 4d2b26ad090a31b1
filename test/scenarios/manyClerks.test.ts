import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import { type Posting, stateGroups } from '#app/domain/posting.ts';
import type { Outcome } from '#app/domain/refusal.ts';
import { type UndoableAct, undoableActs } from '#app/domain/undo.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { undoDecision } from '#app/procedures/posting/undo.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { verifyAuditChain } from '#db/stores/audit.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

const ROUNDS = 200;
const CLERKS = 8;
/** Fewer than there are clerks, so that in every round some meet at the same one. */
const POSTINGS = 5;
const SEED = 20_261_124;

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Act = UndoableAct | 'posting.decisionUndone';
/** What a clerk was told is done: at which version of which posting. */
type Acknowledged = { act: Act; postingId: string; version: number; by: string };

const isDecision = (act: Act): act is UndoableAct => Object.hasOwn(undoableActs, act);

describeOnEveryDatabase('Eight clerks at one queue', (open) => {
  test('in 200 rounds decide nothing twice and lose nothing', { timeout: 120_000 }, async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const postings: Posting[] = [];
    while (postings.length < POSTINGS) {
      const sent = await office.submitted(employer, await office.filledIn(employer));
      postings.push(await office.visited(sent, '2026-11-24'));
    }

    const clerks: StaffActor[] = [office.staff.clerk, office.staff.otherClerk, office.staff.supervisor];
    while (clerks.length < CLERKS)
      clerks.push(await office.hire(`clerk${clerks.length}`, '窓口 見本（見本）', 'clerk'));

    const random = randomFrom(SEED);
    const told: Acknowledged[] = [];
    let conflicts = 0;
    let heldByOther = 0;

    /** An act as a clerk does it: told done, refused, or told that somebody else was first. */
    const done = async (
      act: Act,
      by: StaffActor,
      posting: Posting,
      perform: () => Promise<Outcome<unknown>>,
    ) => {
      try {
        const outcome = await perform();
        if (outcome.ok) told.push({ act, postingId: posting.id, version: posting.version, by: by.id });
      } catch (error) {
        expect(error).toMatchObject({ name: 'Conflict', decided: { by: expect.stringMatching(/見本/) } });
        conflicts += 1;
      }
    };
    const shown = ({ id, version }: Posting) => ({ postingId: id, version });

    const decide = (by: StaffActor, posting: Posting, luck: number) =>
      luck < 0.5
        ? done('posting.accepted', by, posting, () =>
            office.perform(acceptPosting, by, { ...shown(posting), overrideReason: null, note: null }),
          )
        : done('posting.returned', by, posting, () =>
            office.perform(returnPosting, by, {
              ...shown(posting),
              reasons: ['wage'],
              fields: [],
              message: '直してください。',
            }),
          );
    const undo = (by: StaffActor, posting: Posting) =>
      done('posting.decisionUndone', by, posting, () =>
        office.perform(undoDecision, by, { ...shown(posting), reason: '取り違えたため' }),
      );

    /** 次の1件, taken and decided; some decide what they see although somebody else has it. */
    const takeAndDecide = async (by: StaffActor, luck: number, insists: boolean): Promise<boolean> => {
      const item = await nextInQueue(database.reader, by, office.clock.now().toISOString());
      if (item === null) return false;
      const posting = await office.now(item.id);
      const begun = await office.perform(beginReview, by, shown(posting)).catch((error: unknown) => {
        expect(error).toMatchObject({ name: 'Conflict' });
        conflicts += 1;
        return null;
      });
      if (begun?.ok === false) heldByOther += 1;
      if (begun?.ok || insists) await decide(by, posting, luck);
      return true;
    };
    const undoSomething = async (by: StaffActor, luck: number): Promise<void> => {
      const posting = await office.now(postings[Math.floor(luck * POSTINGS)]?.id ?? '');
      const queued = (stateGroups.queue as readonly string[]).includes(posting.state);
      if (!queued) await undo(by, posting);
    };

    for (let round = 0; round < ROUNDS; round += 1) {
      const plans = clerks.map((by) => ({ by, act: random(), luck: random(), insists: random() < 0.5 }));
      await Promise.all(
        plans.map(async ({ by, act, luck, insists }) => {
          if (act < 0.3 || !(await takeAndDecide(by, luck, insists))) await undoSomething(by, luck);
        }),
      );
      office.clock.moveOn(1000);
    }

    // Clerks met: what did not happen proves nothing about what did.
    expect(conflicts).toBeGreaterThan(ROUNDS / 10);
    expect(heldByOther).toBeGreaterThan(ROUNDS / 10);
    for (const act of [...Object.keys(undoableActs), 'posting.decisionUndone'])
      expect(told.filter((one) => one.act === act).length).toBeGreaterThan(ROUNDS / 10);

    // Nothing twice: of one version of a posting somebody was told one act at most.
    expect(new Set(told.map(({ postingId, version }) => `${postingId} ${version}`)).size).toBe(told.length);

    // Every act has exactly one row of the log, by its person, and the log has no other.
    const rows: { action: Act; subject_id: string; actor_id: string }[] = await database
      .reader('audit_entry')
      .where({ subject_type: 'posting' })
      .whereIn('action', [...Object.keys(undoableActs), 'posting.decisionUndone'])
      .orderBy('seq')
      .select('action', 'subject_id', 'actor_id');
    for (const { id, version } of postings) {
      const acts = told
        .filter(({ postingId }) => postingId === id)
        .toSorted((a, b) => a.version - b.version)
        .map(({ act, by }) => ({ act, by }));
      const logged = rows
        .filter(({ subject_id }) => subject_id === id)
        .map(({ action, actor_id }) => ({ act: action, by: actor_id }));
      expect(logged).toEqual(acts);

      // Nothing lost: the posting stands where the last act left it, and a decision follows only an undone one.
      const posting = await office.now(id);
      expect(posting.version).toBe(version + acts.length);
      for (const [index, { act }] of acts.entries()) expect(isDecision(act)).toBe(index % 2 === 0);
      const last = acts.at(-1)?.act ?? 'posting.decisionUndone';
      expect(posting.state).toBe(isDecision(last) ? undoableActs[last].from : 'under_review');
    }

    // One number and one mail for each 受理, and the mails of the others.
    const countOf = (act: Act) => told.filter((one) => one.act === act).length;
    const serial = await database.reader('posting_number').first('last');
    expect(serial.last).toBe(countOf('posting.accepted'));
    const mails = async (kind: string) => (await database.reader('job').where({ kind }).select('id')).length;
    expect(await mails('mail.postingAccepted')).toBe(countOf('posting.accepted'));
    expect(await mails('mail.postingReturned')).toBe(countOf('posting.returned'));
    expect(await mails('mail.decisionUndone')).toBe(countOf('posting.decisionUndone'));

    expect((await verifyAuditChain(database.reader, office.secrets.auditKey)).firstBad).toBeNull();
  });
});
