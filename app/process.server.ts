import { type Application, compose, StartRefused } from './composition.server.ts';
import { BadEnvironment, type Env, readEnv } from './env.server.ts';
import { errorFields, log } from './web/log.server.ts';

/** What a process does beside its jobs. */
export type Service = {
  /** Printed once everything runs. */
  readyLine: string;
  /** Takes nothing new and finishes what it has begun. */
  drain(): Promise<void>;
};

/**
 * Runs a process from the environment to its end: with 0 after SIGTERM or SIGINT, with 1 when it cannot start or cannot
 * go on. Jobs and the watch over the rule files begin when `serve` has resolved, and end together with the service.
 */
export async function runProcess(
  adapt: (env: Env) => Env,
  serve: (app: Application, isEnding: () => boolean) => Promise<Service>,
): Promise<void> {
  try {
    const app = await compose(adapt(readEnv(process.env)));
    let service: Service | undefined;
    let ending: Promise<void> | undefined;

    const end = (code: number): void => {
      ending ??= Promise.all([service?.drain(), app.queue.stop(), app.ruleFiles.stop()])
        .then(() => app.close())
        .catch((error: unknown) => log('error', 'not-closed', { error: errorFields(error) }))
        .then(() => process.exit(code));
    };
    process.on('SIGTERM', () => end(0));
    process.on('SIGINT', () => end(0));
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error) => {
        log('error', event, { error: errorFields(error) });
        end(1);
      });
    }

    service = await serve(app, () => ending !== undefined);
    app.queue.start();
    app.ruleFiles.start();
    console.log(service.readyLine);
  } catch (error) {
    const expected = error instanceof BadEnvironment || error instanceof StartRefused;
    console.error(expected || !(error instanceof Error) ? String((error as Error).message) : error);
    process.exit(1);
  }
}
