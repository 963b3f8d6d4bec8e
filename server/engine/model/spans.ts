/** Spans of time in milliseconds, for the pure core, content and backups, which don't know the contract. */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
