/** What the link of a lesson's seat brought along: the seat, and who is to play; null where the page was opened otherwise. */
export const cameFrom = (state: unknown): { seat: string | null; mate: string | null } => {
  const told = typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { seat: text(told.seat), mate: text(told.mate) };
};
