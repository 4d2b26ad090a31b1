import { text as readAll } from 'node:stream/consumers';
import { type Command, runCommand } from './commands.ts';

/** The one command that needs a database; it is loaded only when asked for. */
const replay: Command = {
  usage: 'replay',
  run: async () => (await import('#db/replay.ts')).replayStoredVerdicts(process.env),
};

const {
  exitCode,
  stdout,
  stderr = [],
} = await runCommand(process.argv.slice(2), () => readAll(process.stdin), new Map([['replay', replay]]));
for (const line of stderr) process.stderr.write(`${line}\n`);
if (stdout !== undefined) process.stdout.write(`${JSON.stringify(stdout, null, 2)}\n`);
process.exitCode = exitCode;
