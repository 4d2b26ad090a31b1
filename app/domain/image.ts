import type { Instant } from './clock.ts';

/** States of an image of an establishment (ux.md §1.7). */
export const imageStates = ['inspecting', 'waiting', 'published', 'returned', 'hidden', 'removed'] as const;
export type ImageState = (typeof imageStates)[number];

export type ImageEvent = 'pass' | 'describe' | 'publish' | 'return' | 'hide' | 'remove';

export type ImageTransition = {
  event: ImageEvent;
  from: readonly ImageState[];
  to: ImageState;
  by: 'system' | 'clerk' | 'employer';
};

/**
 * Every move an image can make; the diagram in docs/ is generated from this table. The inspection (is it a whole
 * picture of an allowed format) takes place while the upload is answered, so no stored row is ever `inspecting`.
 */
export const imageTransitions: readonly ImageTransition[] = [
  { event: 'pass', from: ['inspecting'], to: 'waiting', by: 'system' },
  { event: 'describe', from: ['waiting', 'published'], to: 'waiting', by: 'employer' },
  { event: 'publish', from: ['waiting'], to: 'published', by: 'clerk' },
  { event: 'return', from: ['waiting'], to: 'returned', by: 'clerk' },
  { event: 'hide', from: ['published'], to: 'hidden', by: 'clerk' },
  { event: 'remove', from: ['waiting', 'published', 'returned', 'hidden'], to: 'removed', by: 'employer' },
];

/** Whether `event` is possible in `state`; if not, somebody else has moved the image meanwhile. */
export const imageCan = (event: ImageEvent, state: ImageState): boolean =>
  imageTransitions.some((transition) => transition.event === event && transition.from.includes(state));

/** What counts towards the number an establishment may have (leaflet: 登録できる画像情報; not rejected, not removed). */
export const countedImageStates = ['waiting', 'published'] as const satisfies readonly ImageState[];

export const isCounted = (state: ImageState): boolean =>
  (countedImageStates as readonly ImageState[]).includes(state);

/** The lowest place that none of the counted images holds; places count from 1. */
export function freeSlot(taken: readonly number[]): number {
  let slot = 1;
  while (taken.includes(slot)) slot += 1;
  return slot;
}

export const imagePurposes = ['exterior', 'workplace', 'product'] as const;
export type ImagePurpose = (typeof imagePurposes)[number];

/** What a file turned out to be, by its first bytes and never by its name. */
export type ImageFormat = 'jpeg' | 'gif' | 'png' | 'bmp';

/** Why a file of an allowed format is not a picture we can show. */
export type ImageProblem =
  | 'broken'
  | 'too-many-pixels'
  | 'not-what-it-says'
  | 'compressed-bitmap'
  | 'not-read';

/** 画像 of an establishment; the picture itself is a file under the same id, re-encoded. */
export type Image = {
  id: string;
  establishmentId: string;
  officeId: string;
  state: ImageState;
  /** The place among the counted images; null when it is not counted. Two images never hold the same. */
  slot: number | null;
  /** Order on the page, ascending. */
  position: number;
  purpose: ImagePurpose;
  caption: string | null;
  /** What is to be seen, for who cannot see it. */
  alt: string | null;
  /** Of the file as it was uploaded. */
  format: ImageFormat;
  bytes: number;
  /** SHA-256 of the uploaded bytes, lower-case hex. */
  hash: string;
  /** Pixels of the re-encoded picture. */
  width: number;
  height: number;
  /** Account or member of staff. */
  uploadedBy: string;
  uploadedAt: Instant;
  /** The decision of the office; all images decided in one go share its id. */
  decision: ImageDecision | null;
  version: number;
};

export type ImageDecision = {
  id: string;
  by: string;
  at: Instant;
  /** Codes of app/forms/image.ts; none when it is published. */
  reasons: readonly string[];
  /** The clerk's own sentence to the employer. */
  message: string | null;
};
