const width = 30;
const everyMs = 200;

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** A bar with the time that is left. Where nobody looks (a file, a pipe) it is a line for each tenth. */
export function progressBar(stream: NodeJS.WriteStream) {
  const began = performance.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let tenth = 0;
  return {
    show: (done: number, total: number): void => {
      const now = performance.now();
      const share = done / total;
      const left = clock(((now - began) / 1000) * (1 / share - 1));
      const line = `${Math.floor(share * 100)} %  ${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows, ${left} left`;
      if (stream.isTTY && now - shownAt >= everyMs) {
        shownAt = now;
        const bar = '█'.repeat(Math.floor(share * width)).padEnd(width, '░');
        stream.write(`\r${bar} ${line} `);
      } else if (!stream.isTTY && Math.floor(share * 10) > tenth) {
        tenth = Math.floor(share * 10);
        stream.write(`${line}\n`);
      }
    },
    /** The rows are there; indexes are made now. */
    end: (): void => {
      stream.write(`${stream.isTTY ? '\n' : ''}done in ${clock((performance.now() - began) / 1000)}\n`);
    },
  };
}
