import { text as readAll } from 'node:stream/consumers';
import { type Command, runCommand } from './commands.ts';

/** The commands that need a database; what they are made of is loaded only when asked for. */
const withDatabase: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'replay',
    {
      usage: 'replay',
      run: async () => (await import('#db/replay.ts')).replayStoredVerdicts(process.env),
    },
  ],
  [
    'export',
    {
      usage: 'export <directory>',
      run: async (args) => (await import('#db/ruleFiles.ts')).exportRuleFiles(args, process.env),
    },
  ],
  [
    'import',
    {
      usage: 'import <file>…',
      run: async (args) => (await import('#db/ruleFiles.ts')).importRuleFiles(args, process.env),
    },
  ],
]);

const {
  exitCode,
  stdout,
  stderr = [],
} = await runCommand(process.argv.slice(2), () => readAll(process.stdin), withDatabase);
for (const line of stderr) process.stderr.write(`${line}\n`);
if (stdout !== undefined) process.stdout.write(`${JSON.stringify(stdout, null, 2)}\n`);
process.exitCode = exitCode;
