import type { JSONPath } from 'jsonc-parser';
import { compareDates } from '#app/domain/calendar.ts';
import type { Reading, RuleFile } from './files.ts';
import type { RuleFileProblem } from './load.ts';
import type { RuleSet } from './ruleset.ts';
import { readSource, textOf, WHOLE_FILE } from './source.ts';

/** A good version that is not known yet, with the bytes of its file. */
export type Fresh = { ruleSet: RuleSet; bytes: Uint8Array };

/** What a reading means beside the versions known already. */
export type Arranged = {
  fresh: readonly Fresh[];
  problems: readonly RuleFileProblem[];
};

type GoodFile = Fresh & { file: string };

const compareVersions = (a: string, b: string): number => {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left.reduce((order, part, index) => order || part - (right[index] ?? 0), 0);
};

/** By name, then by the day a version comes into force; of two from the same day the higher number is the later. */
export const inOrder = (a: RuleSet, b: RuleSet): number =>
  a.id < b.id
    ? -1
    : a.id > b.id
      ? 1
      : compareDates(a.effective.from, b.effective.from) || compareVersions(a.version, b.version);

const isSameVersion = (a: RuleSet, b: RuleSet): boolean => a.id === b.id && a.version === b.version;
const startsTogether = (a: RuleSet, b: RuleSet): boolean =>
  a.id === b.id && a.effective.from === b.effective.from;

/** The rule set a file is about, as its name says. */
export const ruleSetIdOf = (file: string): string => file.replace(/(@[^/]*)?\.json$/i, '');

const goodFiles = (files: readonly RuleFile[]): GoodFile[] =>
  files.flatMap(({ file, bytes, loaded }) =>
    loaded.ok && bytes ? [{ file, bytes, ruleSet: loaded.ruleSet }] : [],
  );

const problemAt = ({ file, bytes }: GoodFile, at: JSONPath, message: string): RuleFileProblem => {
  const text = textOf(bytes);
  const place = typeof text === 'string' ? readSource(text).placeOf(at) : text;
  return { file, line: place.line, column: place.column, message };
};

/** Why a good file may not come into force, or null. */
const objection = (
  good: GoodFile,
  others: readonly GoodFile[],
  known: readonly RuleSet[],
): RuleFileProblem | null => {
  const { file, ruleSet } = good;
  const { id, version, effective } = ruleSet;
  if (file !== `${id}.json` && file !== `${id}@${version}.json`) {
    const message = `識別名が「${id}」、版が ${version} なので、ファイル名は ${id}.json か ${id}@${version}.json にしてください。`;
    return problemAt(good, ['id'], message);
  }
  const twin = others.find((other) => isSameVersion(other.ruleSet, ruleSet));
  if (twin) {
    const message = `${id} の版 ${version} は ${twin.file} にもあります。どちらかを消すか、版を変えてください。`;
    return problemAt(good, ['version'], message);
  }
  const same = known.find((one) => isSameVersion(one, ruleSet));
  if (same) {
    if (same.hash === ruleSet.hash) return null;
    const message = `版 ${version} の内容はすでに決まっていて、変えられません。変更を有効にするには、版(version)を ${version} より大きくしてください。変更しないときは、元の内容に戻してください。`;
    return problemAt(good, ['version'], message);
  }
  const rival = others.find((other) => startsTogether(other.ruleSet, ruleSet));
  if (rival) {
    const message = `${id} の版 ${rival.ruleSet.version} と ${version} の適用開始日がどちらも ${effective.from} です。別の日にしてください。`;
    return problemAt(good, ['effective', 'from'], message);
  }
  const later = known.find(
    (one) => startsTogether(one, ruleSet) && compareVersions(one.version, version) > 0,
  );
  if (later) {
    const message = `同じ ${effective.from} に始まる版 ${later.version} がすでにあります。版を ${later.version} より大きくするか、別の日にしてください。`;
    return problemAt(good, ['version'], message);
  }
  return null;
};

/** Rule sets whose latest version has no end, and of which no file is left. */
const lostFiles = (files: readonly RuleFile[], known: readonly RuleSet[]): RuleFileProblem[] => {
  const there = new Set(files.map(({ file }) => ruleSetIdOf(file)));
  const latest = new Map(known.toSorted(inOrder).map((ruleSet) => [ruleSet.id, ruleSet]));
  return [...latest.values()]
    .filter(({ id, effective }) => effective.to === null && !there.has(id))
    .map(({ id }) => ({
      file: `${id}.json`,
      ...WHOLE_FILE,
      message:
        'ファイルがなくなっています。元に戻してください。終わらせるときは、適用終了日を入れた新しい版を置いてください。',
    }));
};

/** Compares what the directory holds with the versions known already. */
export const arrange = ({ files, problems }: Reading, known: readonly RuleSet[]): Arranged => {
  const good = goodFiles(files);
  const objections = good.map((one) =>
    objection(
      one,
      good.filter((other) => other !== one),
      known,
    ),
  );
  return {
    fresh: good.filter(
      ({ ruleSet }, index) => objections[index] === null && !known.some((one) => isSameVersion(one, ruleSet)),
    ),
    problems: [
      ...problems,
      ...(files.length === 0 && known.length === 0
        ? [{ file: './', ...WHOLE_FILE, message: '規則ファイルが1つもありません。' }]
        : []),
      ...files.flatMap(({ loaded }) => (loaded.ok ? [] : loaded.problems)),
      ...objections.filter((one) => one !== null),
      ...lostFiles(files, known),
    ].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
};
