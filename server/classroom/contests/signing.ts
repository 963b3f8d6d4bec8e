/** The key this server signs with, and what a signature proves: Ed25519 (RFC 8032), by node:crypto alone. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { ContestsStorage, SigningKey } from '#storage/contests/contests.ts';

/** Signed with the text, so that a signature of something else of this server's is none of a file's. */
const PREFIX = 'kefu-drill-contest/1\n';
const FINGERPRINT_SIGNS = 32;

export type SignedText = { publicKey: string; payload: string; signature: string };

/** The server's own key; made and stored with the first that is signed. Of several nodes the first one's stays. */
export const ownKey = async (
  storage: Pick<ContestsStorage, 'signingKey' | 'addSigningKey'>,
  now: number,
): Promise<SigningKey> => {
  const stored = await storage.signingKey();
  if (stored !== null) return stored;
  await storage.addSigningKey(newKey(), now);
  const kept = await storage.signingKey();
  if (kept === null) throw new Error('the signing key was not stored');
  return kept;
};

export const newKey = (): SigningKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};

/** SPKI in base64, as it stands in a file. */
export const publicText = ({ publicKey }: Pick<SigningKey, 'publicKey'>): string =>
  createPublicKey(publicKey).export({ type: 'spki', format: 'der' }).toString('base64');

/** `3F2A-09C1-…`: 128 bits of the key's SHA-256, eight groups of four, to be compared by telephone. */
export const fingerprintOf = (publicKeyText: string): string =>
  (
    createHash('sha256')
      .update(Buffer.from(publicKeyText, 'base64'))
      .digest('hex')
      .slice(0, FINGERPRINT_SIGNS)
      .toUpperCase()
      .match(/.{4}/g) ?? []
  ).join('-');

export const signText = (key: SigningKey, payload: string): SignedText => {
  const signature = sign(null, Buffer.from(PREFIX + payload), createPrivateKey(key.privateKey)).toString('base64');
  return { publicKey: publicText(key), payload, signature };
};

/** Whether this very text was signed by the holder of this key; false also for what is no key. */
export const isSigned = ({ publicKey, payload, signature }: SignedText): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, Buffer.from(PREFIX + payload), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
};
