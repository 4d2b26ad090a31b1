/**
 * How much there is (domain.md §7): offices, what each of them holds, and for how long back. A share below 1 makes
 * offices that are smaller than real ones.
 */
export type Scale = { offices: number; share: number };

const whole = { share: 1 } as const;

export const scales: Readonly<Record<string, Scale>> = {
  /** Two small offices in seconds, for trying something out. */
  sample: { offices: 2, share: 0.05 },
  office: { offices: 1, ...whole },
  prefecture: { offices: 12, ...whole },
  'nation/100': { offices: 5, ...whole },
  'nation/10': { offices: 54, ...whole },
  nation: { offices: 544, ...whole },
};

const nation = {
  offices: 544,
  staff: 10_000,
  establishments: 2_220_000,
  /** All that were ever accepted and are kept, valid ones among them. */
  postings: 10_000_000,
  validPostings: 1_300_000,
  seekers: 1_920_000,
  openReferrals: 3_000_000,
  messages: 20_000_000,
} as const;

/** Days back to the oldest posting; 18,400 of an office at 800 a month. */
export const historyDays = 720;
/** What was decided before then came over from an older system, without verdicts and records. */
export const recordedDays = 180;
/** Days since the oldest referral that still has no result. */
export const openReferralDays = 80;

/** What one office holds. */
export type Figures = ReturnType<typeof figuresOf>;

export function figuresOf({ share }: Scale) {
  const of = (total: number): number => Math.max(2, Math.round((total / nation.offices) * share));
  const validPostings = of(nation.validPostings);
  return {
    staff: Math.max(5, of(nation.staff)),
    establishments: of(nation.establishments),
    validPostings,
    endedPostings: of(nation.postings) - validPostings,
    // Forty come on an open day, and five days of them wait.
    waitingPostings: Math.max(8, Math.round(200 * share)),
    seekers: of(nation.seekers),
    openReferrals: of(nation.openReferrals),
    settledReferrals: of(nation.openReferrals),
    messages: of(nation.messages),
    /** Establishments that show images. */
    pictured: of(nation.establishments * 0.08),
    changes: Math.max(4, Math.round(80 * share)),
    decidedChanges: Math.max(4, Math.round(600 * share)),
    notes: Math.max(2, Math.round(300 * share)),
    checks: Math.max(2, Math.round(40 * share)),
  };
}

/** Rows of the great tables, for a progress bar. */
export const unitsOf = (scale: Scale): number => {
  const figures = figuresOf(scale);
  const perOffice =
    figures.establishments +
    figures.validPostings +
    figures.endedPostings +
    figures.seekers +
    figures.openReferrals +
    figures.settledReferrals +
    figures.messages;
  return perOffice * scale.offices;
};
