/** What procedures need of cryptography; built in composition.server.ts from the installation's secret. */
export type Secrets = {
  /** argon2id of a password or key, NFC first; about 20 ms of another thread. */
  hash(text: string): Promise<string>;
  /** Whether `text` fits `hash`; with null it spends the same time and says no, so that nobody learns from it. */
  verify(text: string, hash: string | null): Promise<boolean>;
  /** AES-256-GCM for the key that waits for its mail. */
  seal(text: string): string;
  unseal(sealed: string): string;
  /** A fresh 認証キー: 12 characters of Crockford base32 (60 bits). */
  newKey(): string;
  /** A random お問い合わせ番号: nine digits, the first not 0. */
  newInquiryNumber(): string;
  /** Key of the hashes in 消去証明書 and of the erasure ledger. */
  erasureKey: Uint8Array;
  /** Key of the audit chain. */
  auditKey: Uint8Array;
};
