import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAuthorization, signatureOf, textToSign } from '#app/web/api/signature.ts';

const text = readFileSync('docs/api.md', 'utf8');
const block = (kind: string): string =>
  new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\n\`\`\``).exec(text)?.[1] ?? '';

test('the worked example of docs/api.md is what the code signs', () => {
  const header = (name: string): string => new RegExp(`^${name}: (.+)$`, 'm').exec(block('http'))?.[1] ?? '';
  const [method = '', target = ''] = block('http').split(' ');
  const credentials = readAuthorization(header('Authorization'));
  const request = {
    method,
    target,
    date: header('Madoguchi-Date'),
    nonce: credentials?.nonce ?? '',
    idempotencyKey: header('Idempotency-Key'),
    body: Buffer.from(block('json body')),
  };
  expect(textToSign(request)).toBe(block('text signed'));
  const secret = /with the secret `([^`]+)`/.exec(text)?.[1] ?? '';
  expect(credentials?.signature).toBe(signatureOf(secret, request));
  expect(text).toContain(`Partner \`${credentials?.partner}\``);
});
