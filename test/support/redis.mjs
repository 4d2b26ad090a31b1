/**
 * The Redis to test with: the one TEST_REDIS_URL names, else one on the usual port of this machine, in a database that
 * others rarely use; null where none answers.
 */
export async function findRedis() {
  const { Redis } = await import('ioredis');
  const url = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/15';
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 2_000, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
    return url;
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}
