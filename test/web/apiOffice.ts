import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { authorizationOf, signatureOf } from '#app/web/api/signature.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { openThread } from '#test/support/messages.ts';
import { secret } from '#test/support/world.ts';
import { testApplication } from './application.ts';
import { openDoor, type Reply } from './httpDoor.ts';

const now = '2026-11-24T10:00:00+09:00';

/** How a request differs from a right one. */
export type Sent = {
  key?: string;
  nonce?: string;
  date?: string;
  secret?: string;
  partner?: string;
  /** Sent instead of what was signed. */
  tampered?: { method?: string; target?: string; body?: string };
  headers?: Record<string, string>;
};

export type ApiReply = Omit<Reply, 'body'> & { json: Record<string, unknown> };

/** A thread in a working application, and a partner that sends signed requests over a real socket. */
export async function apiOffice() {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-api-'));
  const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
  const database = openDatabase(settings);
  await migrate(database);
  const thread = await openThread(async () => ({ ...database, settings }));
  const app = await testApplication({ DATA_DIR: folder, NOW: now, SECRET: secret });
  const door = await openDoor(app);
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (
    method: string,
    target: string,
    content?: unknown,
    how: Sent = {},
  ): Promise<ApiReply> => {
    const body = content === undefined ? '' : typeof content === 'string' ? content : JSON.stringify(content);
    const signed = {
      method,
      target,
      date: how.date ?? '2026-11-24T01:00:00Z',
      nonce: how.nonce ?? randomUUID(),
      idempotencyKey: how.key ?? '',
      body: Buffer.from(body),
    };
    const authorization = authorizationOf({
      partner: how.partner ?? thread.partner.actor.id,
      nonce: signed.nonce,
      signature: signatureOf(how.secret ?? thread.partner.secret, signed),
    });
    const {
      method: sentMethod = method,
      target: sentTarget = target,
      body: sentBody = body,
    } = how.tampered ?? {};
    const reply = await door.send(
      sentMethod,
      sentTarget,
      {
        Authorization: authorization,
        'Madoguchi-Date': signed.date,
        ...(content !== undefined && { 'Content-Type': 'application/json' }),
        ...(how.key !== undefined && { 'Idempotency-Key': how.key }),
        ...how.headers,
      },
      sentBody === '' ? undefined : sentBody,
    );
    const { body: text, ...rest } = reply;
    return { ...rest, json: text === '' ? {} : JSON.parse(text) };
  };
  return { ...thread, app, door, send };
}
