/** Posted as `_intent` by the buttons of ZipLookup where no script runs. */
export const zipIntents = { search: 'zip', choose: 'zip-choose' } as const;

/** Which candidate is chosen, counted from 0. */
export const ZIP_CHOICE = '_zip_choice';

export const isZipIntent = (intent: string): boolean =>
  intent === zipIntents.search || intent === zipIntents.choose;
