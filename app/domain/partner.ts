import type { Instant } from './clock.ts';

/** What a partner may use of the API (docs/api.md). */
export const partnerScopes = ['messages', 'seekers'] as const;
export type PartnerScope = (typeof partnerScopes)[number];

/** Another system that hands over and collects on behalf of job seekers: the 求職者マイページ. */
export type Partner = {
  id: string;
  name: string;
  /** The office whose job seekers it speaks for; null for those of every office. */
  officeId: string | null;
  scopes: readonly PartnerScope[];
  /** The shared secret, sealed with the key of the installation. */
  secretSealed: string;
  /** A partner that was closed is let in no more. */
  active: boolean;
  version: number;
  createdAt: Instant;
};

/** The system of the invented job seekers; in the demo, the stand-in page acts as it. */
export const demoPartnerName = 'demo: job seekers';
