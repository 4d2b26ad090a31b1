import type { Instant } from './clock.ts';

/** What a 定型文 is for. */
export const templateKinds = ['return', 'refusal', 'hold'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** 定型文: a reason that an office gives often, in its own words. A retired one is kept and offered no more. */
export type ReasonTemplate = {
  id: string;
  officeId: string;
  kind: TemplateKind;
  title: string;
  body: string;
  /** The reason of a 差戻し that goes with it; null for none. */
  reasonCode: string | null;
  /** 1 to 99: smaller stands higher. Among equals the one used most does. */
  position: number;
  /** In how many decisions its words stand. */
  used: number;
  retiredAt: Instant | null;
  version: number;
  updatedAt: Instant;
};

/** As many as there are digits to choose them by. */
export const templateKeys = 9;

/** A text with the words of a template at its end, once. */
export const withTemplate = (text: string, body: string): string =>
  text.includes(body) ? text : text.trim() === '' ? body : `${text.trimEnd()}\n${body}`;
