/** How much two texts share in the same order. */

const LENGTHS = new Uint16Array(80 * 80);
/** Characters of each text that are compared. */
export const LONGEST_COMMON = 78;

/** Length of the longest common subsequence of two texts; no more than 78 characters of each are looked at. */
export const commonSubsequenceLength = (a: string, b: string): number => {
  const rows = Math.min(a.length, LONGEST_COMMON);
  const columns = Math.min(b.length, LONGEST_COMMON);
  const width = columns + 1;
  for (let j = 0; j <= columns; j++) LENGTHS[j] = 0;
  for (let i = 1; i <= rows; i++) {
    LENGTHS[i * width] = 0;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= columns; j++) {
      const cell = i * width + j;
      LENGTHS[cell] =
        unit === b.charCodeAt(j - 1)
          ? (LENGTHS[cell - width - 1] as number) + 1
          : Math.max(LENGTHS[cell - width] as number, LENGTHS[cell - 1] as number);
    }
  }
  return LENGTHS[rows * width + columns] as number;
};
