import { type DatabaseSettings, migrate, openDatabase } from '#db/connection.ts';
import { laterVersion } from './laterVersion.ts';

/** Brings a database to the later version and is killed in the middle, as by a power cut. Its settings are argument 1. */
const settings = JSON.parse(process.argv[2] ?? '') as DatabaseSettings;
await migrate(
  openDatabase(settings),
  laterVersion(() => {
    process.kill(process.pid, 'SIGKILL');
  }),
);
