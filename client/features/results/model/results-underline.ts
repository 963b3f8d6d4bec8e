/** A reply cut at the ranges that are underlined. Ranges may touch, overlap or lie outside: each character is said once. */
export type FaultRange = { start: number; end: number; title: string };
export type Piece = { start: number; text: string; fault: string | null };

export const underlinedPieces = (text: string, faults: readonly FaultRange[]): Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  const pushUntil = (until: number, fault: string | null) => {
    if (until > end) pieces.push({ start: end, text: text.slice(end, until), fault });
    end = Math.max(end, until);
  };
  for (const fault of faults.toSorted((a, b) => a.start - b.start)) {
    pushUntil(Math.min(fault.start, text.length), null);
    pushUntil(Math.min(fault.end, text.length), fault.title);
  }
  pushUntil(text.length, null);
  return pieces;
};
