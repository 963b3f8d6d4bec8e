/**
 * A command's id: each command has a new one, and its resends keep it (RULES N2). `crypto.randomUUID` is missing on
 * plain-http LAN addresses, `getRandomValues` is not.
 */
export const newCommandId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
