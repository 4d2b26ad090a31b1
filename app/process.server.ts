import { type Application, compose, StartRefused } from './composition.server.ts';
import { BadEnvironment, type Env, readEnv } from './env.server.ts';
import { serveMetrics } from './metrics.server.ts';
import { errorFields, log, takeConsole } from './web/log.server.ts';

/** What a process does beside its jobs. */
export type Service = {
  /** Printed once everything runs. */
  readyLine: string;
  /** Takes nothing new and finishes what it has begun. */
  drain(): Promise<void>;
};

/** Signals that come within this time are one wish: a terminal tells the whole group, and a parent passes it on. */
const oneWishMs = 1_000;

/**
 * Runs a process from the environment to its end: with 0 after SIGTERM or SIGINT, with 1 when it cannot start, cannot go
 * on, or when a second signal does not let it finish. Jobs and the watch over the rule files begin when `serve` has resolved, and end together with the service.
 */
export async function runProcess(
  adapt: (env: Env) => Env,
  serve: (app: Application, isEnding: () => boolean) => Promise<Service>,
): Promise<void> {
  try {
    const app = await compose(adapt(readEnv(process.env)));
    takeConsole();
    const { metrics } = app.env;
    const closeMetrics = metrics === null ? null : await serveMetrics(app.metrics, metrics);
    let service: Service | undefined;
    let ending: Promise<void> | undefined;

    const end = (code: number): void => {
      ending ??= Promise.all([service?.drain(), app.training?.stop(), app.queue.stop(), app.ruleFiles.stop()])
        .then(() => Promise.all([closeMetrics?.(), app.close()]))
        .catch((error: unknown) => log('error', 'not-closed', { error: errorFields(error) }))
        .then(() => process.exit(code));
    };
    /** The first signal asks; a second one, of whoever cannot wait, ends what is running in the middle. */
    let askedAt: number | undefined;
    const asked = (): void => {
      askedAt ??= performance.now();
      if (performance.now() - askedAt > oneWishMs) process.exit(1);
      end(0);
    };
    process.on('SIGTERM', asked);
    process.on('SIGINT', asked);
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error) => {
        log('error', event, { error: errorFields(error) });
        end(1);
      });
    }

    service = await serve(app, () => ending !== undefined);
    app.queue.start();
    app.ruleFiles.start();
    app.training?.start();
    console.log(service.readyLine);
  } catch (error) {
    const expected = error instanceof BadEnvironment || error instanceof StartRefused;
    process.stderr.write(
      `${expected || !(error instanceof Error) ? (error as Error).message : error.stack}\n`,
    );
    process.exit(1);
  }
}
