import type { CommandPayload } from '#contract/commands.ts';
import { isPersonalReply, OWN_GREETING, type Provenance } from '#engine/model/events.ts';
import type { Shop } from '#engine/model/shop.ts';
import {
  compileQuickReplies,
  matchQuickReply,
  type QuickReplyIndex,
  similarity,
} from '#language/quick-replies/match-quick-replies.ts';

type ClaimedProvenance = CommandPayload<'message:send'>['made'];

/**
 * How words came to be, as far as the server can tell (the client's word isn't trusted): a quick reply of the shop's library
 * is recognised whether inserted, pasted or typed again; a claimed one that isn't in the library doesn't count. One of the
 * trainee's own is compared with the words the page says it had: told as typed, the same message would be judged milder.
 */
export const checkProvenance = (
  shop: Shop,
  quickReplies: QuickReplyIndex,
  text: string,
  claimed: ClaimedProvenance,
): Provenance => {
  const match = matchQuickReply(quickReplies, text);
  const claimedReply =
    claimed.quickReply === null ? undefined : shop.quickReplies.find(({ id }) => id === claimed.quickReply);
  if (claimedReply !== undefined && (match === null || match.id === claimedReply.id)) {
    return {
      how: 'quick-reply',
      quickReply: claimedReply.id,
      edited: match?.edited ?? differingCharacters(text, claimedReply.text),
      similarity: match?.similarity ?? similarity(text, claimedReply.text),
    };
  }
  // Words of the trainee's own that a key sends: nobody gains by claiming it.
  if (match === null && claimed.quickReply === OWN_GREETING)
    return { how: 'quick-reply', quickReply: OWN_GREETING, edited: 0, similarity: 1 };
  const personal = personalOf(claimed);
  if (match === null && personal !== null) return { how: 'quick-reply', ...likenessTo(personal, text) };
  const isInserted = claimed.how === 'quick-reply' && (claimedReply !== undefined || personal !== null);
  const how = isInserted ? 'quick-reply' : claimed.how === 'quick-reply' ? 'typed' : claimed.how;
  return match === null
    ? { how, quickReply: null, edited: 0, similarity: 0 }
    : { how, quickReply: match.id, edited: match.edited, similarity: match.similarity };
};

/** The reply of the trainee's own that a page claims, with its words; null: none, or without words. */
const personalOf = ({ quickReply, personal }: ClaimedProvenance): { id: string; text: string } | null =>
  quickReply !== null && personal !== undefined && isPersonalReply(quickReply)
    ? { id: quickReply, text: personal }
    : null;

const likenessTo = (reply: { id: string; text: string }, text: string): Omit<Provenance, 'how'> => {
  const match = matchQuickReply(compileQuickReplies([reply]), text);
  return {
    quickReply: reply.id,
    edited: match?.edited ?? differingCharacters(text, reply.text),
    similarity: match?.similarity ?? similarity(text, reply.text),
  };
};

/** Characters that differ between the common head and tail. */
const differingCharacters = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return Math.max(a.length, b.length) - head - tail;
};
