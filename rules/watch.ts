import type { CalendarDate } from '#app/domain/calendar.ts';
import type { RuleVersion, RuleVersionName } from '#app/domain/ruleVersion.ts';
import { arrange, type Fresh, ruleSetIdOf } from './arrange.ts';
import {
  catalogueOf,
  NotInForce,
  type RuleCatalogue,
  RuleFilesError,
  UnknownRuleSet,
  versionKey,
} from './catalogue.ts';
import { nothingRead, readRuleFiles } from './files.ts';
import { loadRuleFile, type RuleFileProblem } from './load.ts';
import type { RuleSet, RuleSetId } from './ruleset.ts';
import { placeForEditors, WHOLE_FILE } from './source.ts';

/** How long after one look the next begins. */
const pauseMs = 1_000;

export type KeptVersion = Omit<RuleVersion, 'firstSeenAt'>;

/** Where the bytes of every version live that was good once; shared by all processes of an installation. */
export type VersionShelf = {
  names(): Promise<readonly (RuleVersionName & { cancelled?: boolean })[]>;
  find(ruleSet: string, version: string): Promise<Pick<RuleVersion, 'text' | 'hash'> | undefined>;
  /** Adds versions; one of a number that is there already stays as it is. */
  keep(versions: readonly KeptVersion[]): Promise<void>;
};

/** A problem for the people who mend it: what stays in force meanwhile, or null where the file is about nothing known. */
export type ShownRuleProblem = RuleFileProblem & {
  staying: { title: string; version: string; from: CalendarDate } | null;
};

export type WatchEvent =
  | { event: 'known'; versions: readonly RuleVersionName[] }
  /** Where the problems are that are there now, `file:line:column`; none when all are mended. */
  | { event: 'problems'; places: readonly string[] }
  | { event: 'failed'; error: unknown };

/** The rule files of a running process. */
export type WatchedRules = {
  /** What is in force now; it never changes, so whoever holds it sees one version from start to end. */
  current(): RuleCatalogue;
  problems(asOf: CalendarDate): readonly ShownRuleProblem[];
  /** Reads the directory and the shelf once. */
  look(): Promise<void>;
  /** Looks every second from now on. */
  start(): void;
  stop(): Promise<void>;
};

export type WatchOptions = {
  directory: string;
  shelf: VersionShelf;
  /** What the looks after the start found. */
  report(event: WatchEvent): void;
};

/** The text of a file as it is kept, a byte order mark included. */
const keptText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const versionOf = ({ ruleSet: { id, version, hash, effective }, bytes }: Fresh): KeptVersion => ({
  ruleSet: id,
  version,
  hash,
  effectiveFrom: effective.from,
  effectiveTo: effective.to,
  text: keptText(bytes),
  origin: 'file',
});

const inForceOrNull = (catalogue: RuleCatalogue, id: string, asOf: CalendarDate): RuleSet | null => {
  try {
    return catalogue.inForce(id as RuleSetId, asOf);
  } catch (error) {
    if (error instanceof UnknownRuleSet || error instanceof NotInForce) return null;
    throw error;
  }
};

/**
 * The catalogue of a directory that may change at any time. A version counts from the moment the shelf has its bytes, in
 * every process; a file that is broken, half written, gone or changed without a new number changes nothing in force.
 *
 * @throws RuleFilesError when nothing is known yet and the files have problems: there is nothing to fall back on.
 */
export const watchRules = async ({ directory, shelf, report }: WatchOptions): Promise<WatchedRules> => {
  let reading = nothingRead;
  let known: readonly RuleSet[] = [];
  /** Versions on the shelf that were taken, or that this program cannot read. */
  const seen = new Set<string>();
  let unreadable: readonly RuleFileProblem[] = [];
  let problems: readonly RuleFileProblem[] = [];
  /** Versions taken back before their day; the set only grows. */
  let cancelled: ReadonlySet<string> = new Set();
  let catalogue = catalogueOf(known);

  const inFiles = (fits: (ruleSet: RuleSet) => boolean): RuleSet | undefined =>
    reading.files.flatMap(({ loaded }) => (loaded.ok ? [loaded.ruleSet] : [])).find(fits);

  /** Its examples held when it was new. A version that this program cannot read yields to the file of its number. */
  const takeFromShelf = async (id: string, version: string): Promise<RuleSet | undefined> => {
    const kept = await shelf.find(id, version);
    if (kept === undefined) throw new Error(`the version ${version} of ${id} is gone from the shelf`);
    const bytes = new TextEncoder().encode(kept.text);
    const loaded = await loadRuleFile(`${id}@${version}.json`, bytes, { examples: false });
    if (loaded.ok) return loaded.ruleSet;
    const [first] = loaded.problems;
    if (first) {
      const message = `保存されている版 ${version} を、このプログラムは読み取れません。${first.message}`;
      unreadable = [...unreadable, { ...first, message }];
    }
    return inFiles((ruleSet) => ruleSet.id === id && ruleSet.version === version);
  };

  const learn = async (): Promise<readonly RuleVersionName[]> => {
    const learnt: RuleVersionName[] = [];
    const names = await shelf.names();
    for (const name of names) {
      const key = versionKey(name);
      if (seen.has(key)) continue;
      const ruleSet =
        inFiles(({ hash, id }) => hash === name.hash && id === name.ruleSet) ??
        (await takeFromShelf(name.ruleSet, name.version));
      seen.add(key);
      learnt.push(name);
      if (ruleSet) known = [...known, ruleSet];
    }
    const nowCancelled = new Set(names.filter((name) => name.cancelled).map(versionKey));
    if (learnt.length > 0 || nowCancelled.size !== cancelled.size) {
      cancelled = nowCancelled;
      catalogue = catalogueOf(known, cancelled);
    }
    return learnt;
  };

  /** Reads the directory; what was read before stays when it cannot be listed. */
  const read = async (): Promise<readonly RuleFileProblem[]> => {
    try {
      reading = await readRuleFiles(directory, reading);
      return [];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      const message = `規則ファイルのフォルダーを読み取れません(${String(error.code)})。`;
      return [{ file: './', ...WHOLE_FILE, message }];
    }
  };

  const lookOnce = async (): Promise<readonly RuleVersionName[]> => {
    const unlisted = await read();
    const learnt = await learn();
    const { fresh, problems: found } = arrange(reading, known);
    if (seen.size === 0 && unlisted.length + found.length > 0)
      throw new RuleFilesError(unlisted.length > 0 ? unlisted : found);
    if (fresh.length === 0) {
      problems = [...(unlisted.length > 0 ? unlisted : found), ...unreadable];
      return learnt;
    }
    await shelf.keep(fresh.map(versionOf));
    const kept = await learn();
    problems = [...unlisted, ...arrange(reading, known).problems, ...unreadable];
    return [...learnt, ...kept];
  };

  let looking: Promise<readonly RuleVersionName[]> = lookOnce();
  await looking;

  /** One look after the other, never two at once. */
  const look = (): Promise<readonly RuleVersionName[]> => {
    looking = looking.then(lookOnce, lookOnce);
    return looking;
  };

  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let lastPlaces = '';
  let lastFailed = false;

  const lookAndReport = async (): Promise<void> => {
    try {
      const versions = await look();
      lastFailed = false;
      if (versions.length > 0) report({ event: 'known', versions });
      const places = problems.map(({ file, ...place }) => `${file}:${placeForEditors(place)}`);
      if (places.join() !== lastPlaces) report({ event: 'problems', places });
      lastPlaces = places.join();
    } catch (error) {
      if (!lastFailed) report({ event: 'failed', error });
      lastFailed = true;
    }
    if (running) timer = setTimeout(lookAndReport, pauseMs);
  };

  return {
    current: () => catalogue,
    problems: (asOf) =>
      problems.map((problem) => {
        const staying = inForceOrNull(catalogue, ruleSetIdOf(problem.file), asOf);
        return {
          ...problem,
          staying: staying && {
            title: staying.title,
            version: staying.version,
            from: staying.effective.from,
          },
        };
      }),
    look: async () => {
      await look();
    },
    start: () => {
      running = true;
      timer = setTimeout(lookAndReport, pauseMs);
    },
    stop: async () => {
      running = false;
      clearTimeout(timer);
      await looking.catch(() => {});
    },
  };
};
