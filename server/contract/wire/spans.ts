/** Spans of time in milliseconds, for the contract and every folder that knows it; the pure core has its own. */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Beijing is ahead of UTC by this, all year. */
export const CHINA_AHEAD_MS = 8 * HOUR_MS;
