/** Of the rounds of stored plays, oldest first, those that are played each time; the others are in a sweep. */
const NEWEST = 3;

/** Whether the round at this place of `count` rounds is one of the newest. */
export const isNewest = (at: number, count: number): boolean => at >= count - NEWEST;
