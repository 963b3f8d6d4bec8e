/**
 * Whether a page at `origin` may change things here: it must come from this very host (or PUBLIC_URL). A request
 * without an Origin header isn't from a foreign page: browsers always send it with a POST and a WebSocket.
 */
export const isSameOrigin = (
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | null,
): boolean => {
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};
