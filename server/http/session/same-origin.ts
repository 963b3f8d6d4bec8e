/**
 * Whether a page at `origin` may change things here: it must have come from this very host (or PUBLIC_URL).
 * No Origin header means no foreign page: browsers always send it with a POST and a WebSocket.
 */
export function isSameOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | null): boolean {
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
