/** The Redis to test with: the one TEST_REDIS_URL names, else one on the usual port of this machine. */
export const redisUrlToTry = () => process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/15';
