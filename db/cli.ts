import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Application, compose, StartRefused } from '#app/composition.server.ts';
import { isCalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Instant, toInstant } from '#app/domain/clock.ts';
import { type PartnerScope, partnerScopes } from '#app/domain/partner.ts';
import { BadEnvironment, type Env, readEnv } from '#app/env.server.ts';
import { addPartner } from '#app/procedures/partner/add.ts';
import { closePartner } from '#app/procedures/partner/close.ts';
import { BadInput, Conflict, NotFound } from '#app/procedures/procedure.ts';
import { addFirstSupervisor } from '#app/procedures/staff/addFirst.ts';
import { demoPassword } from '#fixtures/demo.ts';
import { type Database, openDatabase } from './connection.ts';
import { copyToPostgres } from './copy.ts';
import { ledgerFile } from './erasureLedger.ts';
import { migrationSource } from './migrations/index.ts';
import { progressBar } from './progressBar.ts';
import { Refused } from './refused.ts';
import { seedDemo, seedState } from './seeds/demo.ts';
import { fillWithVolume, NotEmpty } from './seeds/volume/index.ts';
import { scales } from './seeds/volume/scale.ts';
import { countSeen } from './seen.ts';
import { verifyAuditChain } from './stores/audit.ts';
import { createStores } from './stores/index.ts';
import { keepStart, removeStart } from './trainingStart.ts';
import { createUnitOfWork } from './unitOfWork.ts';

/**
 * `npm run db -- migrate | seed | verify | reset`, several in a row if wanted.
 * `npm run db -- first-supervisor --code 99010 --office NAME --phone 03… --postal 1234567 --address TEXT --prefecture 11
 * --name NAME --login ID` makes the first 監督者 of an office and prints the password that lets them in once.
 * `npm run db -- partner add NAME [--office CODE] [--scope messages --scope seekers]` lets another system use the API
 * (docs/api.md) and prints its secret once; `partner close NAME` ends that.
 * `npm run db -- copy --from FILE --to postgres://…` moves an installation to an empty PostgreSQL database (copy.ts).
 * `npm run db -- seen [--login ID | --email ADDRESS] [--from DAY] [--to DAY]` counts from the view log how many people a
 * breach has reached: by one member of staff, by one employer's account, or by anybody.
 * `npm run data -- --scale office|prefecture|nation/100|nation/10|nation [--seed 1] [--day 2026-11-24]` fills an empty
 * database with invented offices of that size, for the demo and for measuring.
 * Where none is named the database is that of the environment, as the server reads it. JSON on stdout, messages on
 * stderr, exit code 1 when something is wrong.
 */

const withDatabase = async <Result>(
  env: Env,
  work: (database: Database) => Promise<Result>,
): Promise<Result> => {
  const database = openDatabase(env.database);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

/** The application without its server; composing it brings the schema up to date. */
const withApplication = async <Result>(
  env: Env,
  work: (app: Application) => Promise<Result>,
): Promise<Result> => {
  const app = await compose(env);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
};

const migrate = (env: Env) => withApplication(env, async () => ({ migrated: true }));

const mustBeDemo = (env: Env, command: string): void => {
  if (env.mode !== 'demo') throw new Refused(`${command} is for the demo only: DEMO=1 is not set.`);
};

const seed = (env: Env) => {
  mustBeDemo(env, 'seed');
  return withApplication(env, ({ rules, secrets, clock, room }) =>
    withDatabase(env, async (database) => {
      const state = await seedState(createStores(database.reader, database.dialect));
      if (state === 'foreign')
        throw new Refused('The database holds an office that the demo has not made; nothing was changed.');
      if (state === 'interrupted')
        throw new Refused(
          `The invented data are incomplete; start over with: npm run ${env.training ? 'training' : 'demo'} -- --reset`,
        );
      if (state === 'empty') {
        // A seed that a power cut ends is started over, so it need not wait for the disk a thousand times.
        if (database.dialect === 'sqlite') await database.writer.raw('PRAGMA synchronous=OFF');
        await seedDemo({ database, rules, secrets, present: clock.now(), origin: env.origin, room });
        if (env.training) await beginTraining(env, database, toInstant(clock.now()));
      }
      return { seeded: state === 'empty' };
    }),
  );
};

/** The mark comes last: a training database has a beginning to go back to. */
const beginTraining = async (env: Env, database: Database, beganAt: Instant) => {
  await keepStart(database, env.dataDir);
  await createUnitOfWork(database)((stores) => stores.training.mark(beganAt));
};

/** Removes the demo's database, and no other: one with an office and without demo accounts stays. */
const reset = async (env: Env) => {
  mustBeDemo(env, 'reset');
  await withDatabase(env, async (database) => {
    const isNew = !(await database.writer.schema.hasTable('staff'));
    if (!isNew && (await seedState(createStores(database.reader, database.dialect))) === 'foreign')
      throw new Refused('The database is not that of the demo; nothing was removed.');
    if (database.dialect === 'postgres')
      await database.writer.migrate.rollback({ migrationSource, tableName: 'schema_migration' }, true);
  });
  // It is about people of the data that were just removed.
  rmSync(ledgerFile(env.dataDir), { force: true });
  const { database } = env;
  if (database.dialect === 'sqlite')
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${database.file}${suffix}`, { force: true });
  if (env.training) await removeStart(env.dataDir);
  return { reset: true };
};

/** Whether the file is whole and no audit row has been changed, removed or added. */
const verify = (env: Env) =>
  withApplication(env, ({ secrets }) =>
    withDatabase(env, async (database) => {
      const audit = await verifyAuditChain(database.reader, secrets.auditKey);
      const pragma = async (name: string) => (await database.reader.raw(`PRAGMA ${name}`)) as object[];
      const damage =
        database.dialect === 'sqlite'
          ? [...(await pragma('integrity_check')), ...(await pragma('foreign_key_check'))].filter(
              (row) => !('integrity_check' in row && row.integrity_check === 'ok'),
            )
          : [];
      const ok = audit.firstBad === null && damage.length === 0;
      if (!ok) process.exitCode = 1;
      return { ok, audit, damage };
    }),
  );

const supervisorOptions = [
  'code',
  'office',
  'phone',
  'postal',
  'address',
  'prefecture',
  'name',
  'login',
] as const;

/** The password is printed this once; whoever signs in with it has to change it first. */
const firstSupervisor = (env: Env, words: readonly string[]) => {
  const { values } = parseArgs({
    args: [...words],
    options: Object.fromEntries(supervisorOptions.map((name) => [name, { type: 'string' as const }])),
  });
  const option = (name: (typeof supervisorOptions)[number]): string => {
    const value = values[name];
    if (typeof value !== 'string')
      throw new Refused(`first-supervisor needs --${supervisorOptions.join(', --')}.`);
    return value;
  };
  return withApplication(env, async ({ perform }) => {
    const office = {
      code: option('code'),
      name: option('office'),
      phone: option('phone'),
      postal: option('postal'),
      address: option('address'),
      prefecture: option('prefecture'),
    };
    const outcome = await perform(
      addFirstSupervisor,
      { kind: 'system', job: 'db.first-supervisor' },
      { office, name: option('name'), loginName: option('login') },
      { requestId: 'db' },
    );
    if (!outcome.ok) throw new Refused(`Nothing was changed: ${outcome.code}.`);
    return { loginName: option('login'), password: outcome.value.password };
  });
};

const onCommandLine = { kind: 'system', job: 'db.partner' } as const;

/** Without --scope, every scope; without --office, the job seekers of every office. */
const partner = (env: Env, words: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { office: { type: 'string' }, scope: { type: 'string', multiple: true } },
  });
  const [act, name, ...more] = positionals;
  if ((act !== 'add' && act !== 'close') || name === undefined || more.length > 0)
    throw new Refused(
      'Usage: npm run db -- partner add NAME [--office CODE] [--scope SCOPE]… | partner close NAME',
    );
  return withApplication(env, async ({ perform }) => {
    const outcome =
      act === 'close'
        ? await perform(closePartner, onCommandLine, { name }, { requestId: 'db' })
        : await perform(
            addPartner,
            onCommandLine,
            {
              name,
              officeCode: values.office ?? null,
              scopes: (values.scope ?? partnerScopes) as readonly PartnerScope[],
            },
            { requestId: 'db' },
          );
    if (!outcome.ok) throw new Refused(`Nothing was changed: ${outcome.code}.`);
    return outcome.value === null ? { closed: name } : { name, ...outcome.value };
  });
};

/** Moves the rows; the environment of the installation is changed by whoever runs it. */
const copy = async (words: readonly string[]) => {
  const { values } = parseArgs({
    args: [...words],
    options: { from: { type: 'string' }, to: { type: 'string' } },
  });
  const { from, to } = values;
  if (from === undefined || to === undefined || !/^postgres(ql)?:/.test(to))
    throw new Refused('Usage: npm run db -- copy --from FILE --to postgres://USER@HOST/DATABASE');
  const tables = await copyToPostgres(from, to);
  return { copied: tables.reduce((sum, { rows }) => sum + rows, 0), tables };
};

const dayIn = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  if (!isCalendarDate(text)) throw new Refused(`"${text}" is not a day like 2026-11-24.`);
  return text;
};

const seen = (env: Env, words: readonly string[]) => {
  const names = ['login', 'email', 'from', 'to'] as const;
  const { values } = parseArgs({
    args: [...words],
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) as Record<
      (typeof names)[number],
      { type: 'string' }
    >,
  });
  const { login, email, from, to } = values;
  return withDatabase(env, async (database) => {
    const { staff, accounts } = createStores(database.reader, database.dialect);
    const actor =
      login !== undefined
        ? await staff.findByLoginName(login)
        : email !== undefined
          ? await accounts.findByEmail(email)
          : null;
    if (actor === undefined) throw new Refused('There is nobody of that name; nothing was counted.');
    return countSeen(database.reader, { actorId: actor?.id ?? null, from: dayIn(from), to: dayIn(to) });
  });
};

/** Invented data are the demo's: production refuses to start over them. */
const data = (words: readonly string[]) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      scale: { type: 'string' },
      seed: { type: 'string', default: '1' },
      day: { type: 'string' },
    },
  });
  const scale = Object.hasOwn(scales, values.scale ?? '') ? scales[values.scale ?? ''] : undefined;
  const { day } = values;
  if (scale === undefined || (day !== undefined && !isCalendarDate(day)))
    throw new Refused(
      `Usage: npm run data -- --scale ${Object.keys(scales).join('|')} [--seed 1] [--day YYYY-MM-DD]`,
    );
  const env = readEnv({ ...process.env, DEMO: '1' });
  return withApplication(env, ({ rules, secrets, clock }) =>
    withDatabase(env, async (database) => {
      const bar = progressBar(process.stderr);
      const began = performance.now();
      await fillWithVolume(database, {
        scale,
        seed: values.seed,
        today: day ?? businessDate(clock.now()),
        rules,
        auditKey: secrets.auditKey,
        passwordHash: await secrets.hash(demoPassword),
        told: bar.show,
      });
      bar.end();
      return {
        filled: values.scale,
        offices: scale.offices,
        seconds: Math.round((performance.now() - began) / 1000),
      };
    }),
  );
};

/** What stands alone and takes words of its own. */
const withWords: Readonly<Record<string, (words: readonly string[]) => Promise<object>>> = {
  'first-supervisor': (words) => firstSupervisor(readEnv(process.env), words),
  partner: (words) => partner(readEnv(process.env), words),
  copy,
  seen: (words) => seen(readEnv(process.env), words),
  data,
};
/** What may follow one another. */
const plain: Readonly<Record<string, (env: Env) => Promise<object>>> = { migrate, seed, verify, reset };

try {
  const [first = '', ...words] = process.argv.slice(2);
  const own = Object.hasOwn(withWords, first) ? withWords[first] : undefined;
  if (own !== undefined) {
    console.log(JSON.stringify(await own(words)));
  } else {
    const names = process.argv.slice(2);
    const known = names.length > 0 && names.every((name) => Object.hasOwn(plain, name));
    if (!known)
      throw new Refused(
        `Usage: npm run db -- ${[...Object.keys(plain), ...Object.keys(withWords)].join(' | ')}`,
      );
    const env = readEnv(process.env);
    for (const name of names) console.log(JSON.stringify(await plain[name]?.(env)));
  }
} catch (error) {
  const expected =
    error instanceof Refused ||
    error instanceof BadEnvironment ||
    error instanceof NotEmpty ||
    error instanceof StartRefused ||
    error instanceof BadInput ||
    error instanceof NotFound ||
    error instanceof Conflict;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
