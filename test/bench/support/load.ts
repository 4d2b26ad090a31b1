/** One page of a running server, and who is signed in and reads it in turn. */
export type PageUnderLoad = { origin: string; path: string; cookies: readonly string[] };

/** Milliseconds until the last byte. @throws Error when the answer is no page */
export async function read({ origin, path, cookies }: PageUnderLoad, turn = 0): Promise<number> {
  const cookie = cookies[turn % cookies.length] ?? '';
  const start = performance.now();
  const answer = await fetch(origin + path, { headers: { cookie } });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - start;
}

/** Milliseconds of each of `requests` reads, of which `atOnce` are on their way at a time. */
export async function readAtOnce(
  page: PageUnderLoad,
  { requests, atOnce }: { requests: number; atOnce: number },
): Promise<number[]> {
  const times: number[] = [];
  let left = requests;
  const reader = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      times.push(await read(page, left));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return times;
}

/** The value below which that share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);
