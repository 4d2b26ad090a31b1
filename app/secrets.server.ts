import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { keyLength } from './forms/verificationKey.ts';
import type { Secrets } from './procedures/secrets.ts';

/** argon2id with the least costs of the OWASP password storage cheat sheet: 19 MiB, two passes, one lane. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Bytes of a password; beyond it nothing is hashed, so that a long text cannot buy much time. */
const longestText = 1_024;

/** Crockford's base 32: no I, L, O, U. */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const ivLength = 12;
const tagLength = 16;

/** One key for each use, so that none of them helps against another. */
const deriveKey = (secret: string, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `madoguchi/${use}`, 32));

/** Password hashing, sealing and keys of this installation, out of its one secret. */
export function createSecrets(secret: string): Secrets {
  const sealingKey = deriveKey(secret, 'seal');
  const hashOfNobody = hash(randomBytes(32), costs);
  return {
    auditKey: deriveKey(secret, 'audit'),
    erasureKey: deriveKey(secret, 'erasure'),

    hash: async (text) => {
      const bytes = Buffer.from(text.normalize('NFC'));
      if (bytes.length > longestText) throw new RangeError('The text is too long to be hashed.');
      return hash(bytes, costs);
    },

    verify: async (text, expected) => {
      const bytes = Buffer.from(text.normalize('NFC'));
      const fits = await verify(expected ?? (await hashOfNobody), bytes.subarray(0, longestText)).catch(
        () => false,
      );
      return fits && expected !== null && bytes.length <= longestText;
    },

    seal: (text) => {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },

    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const iv = bytes.subarray(0, ivLength);
      const tag = bytes.subarray(ivLength, ivLength + tagLength);
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, iv, { authTagLength: tagLength });
      decipher.setAuthTag(tag);
      const text = decipher.update(bytes.subarray(ivLength + tagLength));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },

    // 256 is a multiple of 32, so the remainder is even.
    newKey: () => [...randomBytes(keyLength)].map((byte) => crockford[byte % crockford.length]).join(''),

    newInquiryNumber: () => String(randomInt(100_000_000, 1_000_000_000)),
  };
}
