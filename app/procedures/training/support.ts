/** What the acts of 練習モード are about: the one clock there is. */
export const trainingSubject = { type: 'training', id: 'clock' } as const;
