import type { ErasureLedger } from '#app/procedures/erasureLedger.ts';
import type { PictureShelf } from '#app/procedures/pictures.ts';
import type { Perform } from '#app/procedures/procedure.ts';
import { eraseAgain } from '#app/procedures/retention/eraseAgain.ts';
import type { Stores } from '#db/stores/index.ts';
import { finishErasure, firstLines } from '#jobs/finishErasure.ts';

export type ReplayTools = {
  ledger: ErasureLedger;
  /** Outside any transaction, for reading. */
  stores: Stores;
  shelf: PictureShelf;
  perform: Perform;
};

/** How many stand in the ledger, and how many of them were in the database again. */
export type Replay = { erasures: number; again: number };

/**
 * Erases again whoever the ledger says was erased and who is in the database, because a backup from before was restored.
 * To be called before anything is served; whoever restores a backup may call it, too. Nothing happens where nobody has
 * come back, and a certificate that the backup did not have comes back.
 *
 * @throws ForeignLedger where a line was not written by this installation
 */
export async function replayErasures({ ledger, stores, shelf, perform }: ReplayTools): Promise<Replay> {
  const lines = firstLines(await ledger.lines());
  const back = new Set(
    (await stores.erasures.present(lines.map(({ subject }) => subject))).map(({ id }) => id),
  );
  const known = new Set(await stores.retention.certificateIds());
  let again = 0;
  for (const line of lines) {
    if (!back.has(line.subject.id) && known.has(line.certificate.id)) continue;
    const outcome = await perform(
      eraseAgain,
      { kind: 'system', job: 'retention.replay' },
      { subject: line.subject, certificate: line.certificate },
      { requestId: line.certificate.id },
    );
    if (!outcome.ok) continue;
    await finishErasure({ shelf, stores }, outcome.value.pictures);
    if (back.has(line.subject.id)) again += 1;
  }
  return { erasures: lines.length, again };
}
