import { existsSync } from 'node:fs';
import path from 'node:path';
import { databaseOf } from '#app/env.server.ts';
import { catalogueOf, checkDirectory, type RuleCatalogue } from '#rules/catalogue.ts';
import type { Printed } from '#rules/commands.ts';
import { loadRuleFile } from '#rules/load.ts';
import { differenceOf } from '#rules/replay.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { type Database, openDatabase } from './connection.ts';
import { ruleVersionStore } from './stores/ruleVersions.ts';
import { verdictStore } from './stores/verdicts.ts';

/** Verdicts read at a time. */
const PAGE = 1000;
/** Differences printed in full; the rest is counted. */
const SHOWN = 100;

/** The rule files at hand, and every version the installation has ever known. */
async function versionsOf({ reader }: Database): Promise<RuleCatalogue> {
  const store = ruleVersionStore(reader);
  const versions: RuleSet[] = [...(await checkDirectory(path.resolve('rules'))).ruleSets];
  for (const { ruleSet, version, hash } of await store.names()) {
    if (versions.some((one) => one.id === ruleSet && one.hash === hash)) continue;
    const kept = await store.find(ruleSet, version);
    const bytes = new TextEncoder().encode(kept?.text ?? '');
    const loaded = await loadRuleFile(`${ruleSet}@${version}.json`, bytes, { examples: false });
    if (loaded.ok) versions.push(loaded.ruleSet);
  }
  return catalogueOf(versions);
}

/**
 * `npm run -s rules -- replay`: every stored verdict judged again on its own facts with the version it was given under.
 * The same bytes are expected; exit code 1 when any differs. The database is the one a server of this environment uses,
 * and is only read.
 */
export async function replayStoredVerdicts(environment: NodeJS.ProcessEnv): Promise<Printed> {
  const settings = databaseOf(environment);
  if (settings.dialect === 'sqlite' && !existsSync(settings.file)) {
    const message = `there is no database ${settings.file}; DATA_DIR or DATABASE_URL names another`;
    return { exitCode: 1, stderr: [message] };
  }
  const database = openDatabase(settings);
  const byRuleSet = new Map<string, number>();
  const shown: object[] = [];
  let differences = 0;
  try {
    const catalogue = await versionsOf(database);
    const store = verdictStore(database.reader);
    let page = await store.page('', PAGE);
    while (page.length > 0) {
      for (const { id, verdict, occasion, subject } of page) {
        byRuleSet.set(verdict.ruleSet, (byRuleSet.get(verdict.ruleSet) ?? 0) + 1);
        const difference = await differenceOf(catalogue, verdict);
        if (difference === null) continue;
        differences += 1;
        if (shown.length < SHOWN)
          shown.push({ id, occasion, subject, ruleSet: verdict.ruleSet, ...difference });
      }
      page = await store.page(page.at(-1)?.id ?? '', PAGE);
    }
  } finally {
    await database.close();
  }
  const verdicts = [...byRuleSet.values()].reduce((sum, count) => sum + count, 0);
  return {
    exitCode: differences === 0 ? 0 : 1,
    stdout: { verdicts, byRuleSet: Object.fromEntries(byRuleSet), differences, shown },
    stderr: [`${verdicts} verdicts judged again, ${differences} differences`],
  };
}
