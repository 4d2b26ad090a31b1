import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';

/** The Redis of these tests, or null where there is none: the suites that need it are then left out. */
export const redisUrl = process.env.TEST_REDIS_URL ?? null;

/** Keys that no other test has; `forget` removes them. */
export function redisPlace(url: string): { prefix: string; forget(): Promise<void> } {
  const prefix = `test-${randomUUID()}`;
  return {
    prefix,
    forget: async () => {
      const redis = new Redis(url);
      const keys = await redis.keys(`${prefix}:*`);
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    },
  };
}

/** A Redis that can go away, or stop answering, without anybody else being hurt. */
export type FragileRedis = {
  url: string;
  /** Cuts every connection and lets none in. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Takes commands and does not answer, as a machine in trouble does; until `answer`. */
  holdItsTongue(): void;
  answer(): void;
  /** Empties the database that the URL names, as a restart without a file does. */
  forgetEverything(): Promise<void>;
  close(): Promise<void>;
};

/** A door in front of a real Redis. */
export async function fragileRedis(url: string): Promise<FragileRedis> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let silent = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    // A connection that is cut in the middle is what these tests are about.
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };
  const door = createServer((caller) => {
    const redis = connect(Number(target.port || 6379), target.hostname);
    keep(caller);
    keep(redis);
    caller.pipe(redis).pipe(caller);
    caller.once('close', () => redis.destroy());
    redis.once('close', () => caller.destroy());
    if (silent) redis.pause();
  });
  const open = async (port: number): Promise<number> => {
    door.listen(port, '127.0.0.1');
    await once(door, 'listening');
    const address = door.address();
    if (address === null || typeof address === 'string') throw new Error('The door has no port.');
    return address.port;
  };
  const shut = async (): Promise<void> => {
    const closed = once(door, 'close');
    door.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const port = await open(0);
  const address = new URL(url);
  address.host = `127.0.0.1:${port}`;
  return {
    url: address.href,
    goDown: shut,
    comeBack: async () => {
      await open(port);
    },
    holdItsTongue: () => {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    answer: () => {
      silent = false;
      for (const socket of sockets) socket.resume();
    },
    forgetEverything: async () => {
      const redis = new Redis(url);
      await redis.flushdb();
      redis.disconnect();
    },
    close: async () => {
      if (door.listening) await shut();
    },
  };
}
