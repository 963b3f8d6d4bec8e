/** Spans of time in milliseconds. The client takes no values from the server's contract, which has them too. */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Beijing is ahead of UTC by this, all year. */
export const CHINA_AHEAD_MS = 8 * HOUR_MS;
