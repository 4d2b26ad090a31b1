import { describe, expect, test } from 'vitest';
import { createSecrets } from '#app/secrets.server.ts';

const secrets = createSecrets('見本の設置場所の秘密、十分に長いもの');
const password = 'パスワードの見本です、長いもの';

describe('Passwords', () => {
  test('fit their own hash, in either way of writing the same letters', async () => {
    const hash = await secrets.hash(password.normalize('NFD'));
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await secrets.verify(password, hash)).toBe(true);
    expect(await secrets.verify(`${password} `, hash)).toBe(false);
  });

  test('fit nothing where there is no hash, or a broken one', async () => {
    expect(await secrets.verify(password, null)).toBe(false);
    expect(await secrets.verify(password, 'not a hash')).toBe(false);
    expect(await secrets.verify(password, '')).toBe(false);
  });

  test('of 1,024 bytes are taken, longer ones never', async () => {
    const longest = 'a'.repeat(1_024);
    const hash = await secrets.hash(longest);
    expect(await secrets.verify(longest, hash)).toBe(true);
    expect(await secrets.verify(`${longest}a`, hash)).toBe(false);
    await expect(secrets.hash(`${longest}a`)).rejects.toThrow(RangeError);
  });
});

describe('Sealed texts', () => {
  test('come back whole, and never look the same twice', () => {
    const sealed = secrets.seal('7K3M-見本');
    expect(secrets.unseal(sealed)).toBe('7K3M-見本');
    expect(secrets.seal('7K3M-見本')).not.toBe(sealed);
  });

  test('that were touched, or sealed elsewhere, do not open', () => {
    const sealed = Buffer.from(secrets.seal('7K3M'), 'base64url');
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => secrets.unseal(sealed.toString('base64url'))).toThrow();
    expect(() => createSecrets('別の設置場所の秘密').unseal(secrets.seal('7K3M'))).toThrow();
  });
});

test('認証キー are twelve characters that cannot be misread', () => {
  const keys = Array.from({ length: 200 }, () => secrets.newKey());
  for (const key of keys) expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  expect(new Set(keys).size).toBe(keys.length);
});

test('The audit key follows from the secret', () => {
  expect(secrets.auditKey).toHaveLength(32);
  expect(secrets.auditKey).not.toEqual(createSecrets('別の設置場所の秘密').auditKey);
});
