import { type KeyboardEvent, useMemo, useState } from 'react';
import { continuesCode, findQuickReplies, type QuickReply } from '#client/drill/model/quick-replies.ts';

type Does = { insert: (phrase: QuickReply) => void; send: (phrase: QuickReply) => void; close: () => void };
export type QuickReplyListState = {
  found: readonly QuickReply[];
  total: number;
  query: string;
  setQuery: (query: string) => void;
  activeIndex: number;
  does: Does;
  rowId: (listId: string, index: number) => string;
  activeId: (listId: string) => string | undefined;
  /** True when the list used the key. */
  onKey: (event: KeyboardEvent<HTMLElement>) => boolean;
};

const MAX_NUMBERED_ROWS = 9;

/** Search and keys of the quick-reply list; `typed` is what stands behind the slash, else its own field is searched. */
export const useQuickReplyList = (phrases: readonly QuickReply[], typed: string, does: Does): QuickReplyListState => {
  const [ownQuery, setOwnQuery] = useState('');
  const query = typed === '' ? ownQuery : typed;
  const found = useMemo(() => findQuickReplies(phrases, query), [phrases, query]);
  const [place, setPlace] = useState({ query, at: 0 });
  // A new search selects its first match.
  const activeIndex = place.query === query ? Math.min(place.at, Math.max(0, found.length - 1)) : 0;
  const move = (step: number) =>
    setPlace({ query, at: (activeIndex + step + found.length) % Math.max(1, found.length) });
  const rowId = (listId: string, index: number) => `${listId}-${index}`;

  const onKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    const chosen = found[activeIndex];
    const digit =
      /^[1-9]$/.test(event.key) && !event.altKey && !event.ctrlKey && !continuesCode(phrases, query, event.key)
        ? found[Number(event.key) - 1]
        : undefined;
    const run = ((): (() => void) | null => {
      if (event.key === 'ArrowDown' && !event.altKey) return () => move(1);
      if (event.key === 'ArrowUp') return () => move(-1);
      if (event.key === 'Escape') return does.close;
      if (event.key === 'Enter' && chosen !== undefined && !event.shiftKey)
        return () => (event.ctrlKey || event.metaKey ? does.send(chosen) : does.insert(chosen));
      return digit !== undefined && Number(event.key) <= MAX_NUMBERED_ROWS ? () => does.insert(digit) : null;
    })();
    if (run === null) return false;
    event.preventDefault();
    run();
    return true;
  };

  return {
    found,
    total: phrases.length,
    query,
    setQuery: setOwnQuery,
    activeIndex,
    does,
    rowId,
    activeId: (listId) => (found.length === 0 ? undefined : rowId(listId, activeIndex)),
    onKey,
  };
};
