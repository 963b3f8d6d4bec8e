/** The own best run on a text, as times at which its places were reached: tenths of a second between them, in base 36. */
const TICK_MS = 100;

export const packMarks = (marks: readonly number[]): string => {
  let before = 0;
  return marks
    .map((mark) => {
      const tick = Math.max(before, Math.round(mark / TICK_MS));
      const step = tick - before;
      before = tick;
      return step.toString(36);
    })
    .join(' ');
};

export const unpackMarks = (packed: string): number[] => {
  let tick = 0;
  return packed
    .split(' ')
    .filter((step) => /^[0-9a-z]+$/.test(step))
    .map((step) => {
      tick += Number.parseInt(step, 36);
      return tick * TICK_MS;
    });
};

/** How many places had been reached then. */
export const placeAt = (marks: readonly number[], ms: number): number => marks.filter((mark) => mark <= ms).length;
