import { longDate } from './format.ts';

/** 2026-11-18, local time. By itself: the desk, which loads the other formats, has no use for it. */
export const wholeDay = (ms: number): string => longDate(ms).slice(0, '2026-11-18'.length);
