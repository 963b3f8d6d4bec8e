/** A figure as people type it, 92.83, ￥92.83 or 1,092.8 元; null: no number. */
export const figureTyped = (text: string): number | null => {
  const half = text.normalize('NFKC').replace(/[\s,¥%]|[\p{Script=Han}]+$/gu, '');
  return /^-?\d+(\.\d+)?$/.test(half) ? Number(half) : null;
};
