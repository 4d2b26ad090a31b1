/** Something that is done again and again, one round after the other. */
export type Rounds = {
  /** The first round begins. */
  start(): void;
  /** The next round begins now, or as soon as the present one is over. Nothing before `start` and after `stop`. */
  wake(): void;
  /** No round begins any more; resolves when the present one is over. */
  stop(): Promise<void>;
};

/** @param pauseMs between the end of a round and the next when nobody calls `wake` */
export function createRounds(
  round: () => Promise<unknown>,
  pauseMs: number,
  failed: (error: unknown) => void,
): Rounds {
  let turn: Promise<void> | undefined;
  let askedAgain = false;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;

  const begin = (): void => {
    clearTimeout(timer);
    if (turn) {
      askedAgain = true;
      return;
    }
    turn = round()
      .catch(failed)
      .then(() => {
        turn = undefined;
        if (stopped) return;
        timer = setTimeout(begin, askedAgain ? 0 : pauseMs);
        askedAgain = false;
      });
  };

  return {
    start: () => {
      started = true;
      begin();
    },
    wake: () => {
      if (started && !stopped) begin();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
