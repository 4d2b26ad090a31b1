import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import {
  freeSlot,
  type ImageFormat,
  type ImageProblem,
  type ImagePurpose,
  imagePurposes,
  isCounted,
} from '#app/domain/image.ts';
import { done } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import type { ReadPicture } from '../pictures.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { establishmentOf, refuseIfImagesClosed } from './support.ts';

/** A file of the form; its bytes are held under the id, which becomes that of the image. */
export type UploadedFile = { id: string; bytes: number; hash: string };

/** What became of one file: kept as an image, refused by the rule, or no picture that can be shown. */
export type UploadAnswer =
  | { id: string; kept: true }
  | { id: string; kept: false; reasons: readonly { rule: string; message: string }[] }
  | { id: string; kept: false; problem: ImageProblem };

type Input = { establishmentId: string; purpose: ImagePurpose; files: readonly UploadedFile[] };
type Result = { answers: readonly UploadAnswer[] };
type Inspected = { format: ImageFormat | 'other'; read: ReadPicture | null };

/** The rule of the leaflet (登録できる画像情報), for one file beside those that are kept already. */
const judge = (
  rules: RuleCatalogue,
  asOf: CalendarDate,
  file: { format: ImageFormat | 'other'; bytes: number },
  kept: number,
): Promise<Verdict> =>
  rules.decide('eligibility/image-upload', { asOf, format: file.format, bytes: file.bytes, kept });

/**
 * 画像の登録: each file has its own answer, and the good ones are kept when others are refused. Published after the
 * office's confirmation (leaflet: ハローワークで確認後に公開します).
 */
export const uploadImages = defineProcedure<Input, Result, readonly Inspected[]>({
  name: 'image.upload',
  permission: 'image.upload',
  input: object({
    establishmentId: recordId,
    purpose: { type: 'string', enum: [...imagePurposes] },
    files: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: object({
        id: recordId,
        bytes: { type: 'integer', minimum: 0 },
        hash: { type: 'string', minLength: 64, maxLength: 64 },
      }),
    },
  }),
  audit: 'image.uploaded',

  async prepare(context, { establishmentId, files }) {
    const { stores, rules, today, pictures } = context;
    const establishment = await establishmentOf(context, establishmentId);
    const closed = await refuseIfImagesClosed(context, establishment.officeId);
    if (closed) return closed;
    let kept = (await stores.images.of(establishmentId)).filter(({ state }) => isCounted(state)).length;
    const inspected: Inspected[] = [];
    for (const { id, bytes } of files) {
      const format = pictures.formatOf(id);
      const verdict = await judge(rules, today, { format, bytes }, kept);
      const read = verdict.outcome === 'accept' ? await pictures.read(id) : null;
      if (read?.ok) {
        await pictures.keep(id, read.picture, read.thumbnail);
        kept += 1;
      }
      inspected.push({ format, read });
    }
    return done(inspected);
  },

  async run(context, { establishmentId, purpose, files }, inspected) {
    const { actor, stores, rules, today, now, newId, record } = context;
    const establishment = await establishmentOf(context, establishmentId);
    const closed = await refuseIfImagesClosed(context, establishment.officeId);
    if (closed) return closed;

    const images = await stores.images.lockOf(establishmentId);
    const taken = images.flatMap(({ slot }) => (slot === null ? [] : [slot]));
    let position = Math.max(0, ...images.map((image) => image.position));
    const answers: UploadAnswer[] = [];
    for (const [index, file] of files.entries()) {
      const { format, read } = inspected[index] ?? { format: 'other', read: null };
      const verdict = await judge(rules, today, { format, bytes: file.bytes }, taken.length);
      if (verdict.outcome !== 'accept' || format === 'other') {
        const reasons = verdict.reasons.map(({ rule, message }) => ({ rule, message }));
        answers.push({ id: file.id, kept: false, reasons });
        continue;
      }
      // Not read where a place became free only after the preparation: the next try finds it.
      if (read === null || !read.ok) {
        answers.push({ id: file.id, kept: false, problem: read?.problem ?? 'not-read' });
        continue;
      }
      const slot = freeSlot(taken);
      taken.push(slot);
      position += 1;
      await stores.images.insert({
        id: file.id,
        establishmentId,
        officeId: establishment.officeId,
        state: 'waiting',
        slot,
        position,
        purpose,
        caption: null,
        alt: null,
        format,
        bytes: file.bytes,
        hash: file.hash,
        width: read.width,
        height: read.height,
        uploadedBy: actorId(actor),
        uploadedAt: now,
        decision: null,
        version: 1,
      });
      await stores.verdicts.insert({
        id: newId(),
        subject: { type: 'image', id: file.id },
        occasion: 'upload',
        verdict,
        decidedAt: now,
      });
      answers.push({ id: file.id, kept: true });
    }
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: {
        kept: answers.filter(({ kept }) => kept).map(({ id }) => id),
        refused: answers.flatMap((answer) =>
          answer.kept ? [] : 'problem' in answer ? [answer.problem] : answer.reasons.map(({ rule }) => rule),
        ),
      },
    });
    return done({ answers });
  },
});
