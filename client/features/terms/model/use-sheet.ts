import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Trouble } from '#client/lib/api.ts';
import { say } from '#client/lib/messages.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SheetRow, TermSheet } from '#contract/terms/sheet.ts';
import { type Change, cellOf, entryOf, keyOf } from './sheet-cells.ts';
import { noteUnsent, unsentEntries } from './unsent-entries.ts';

/** A change that isn't stored: on its way, or refused with `error`. */
export type Pending = Change & { error: Trouble | null };

export type Sheet = {
  rows: readonly SheetRow[];
  pending: ReadonlyMap<string, Pending>;
  /** Cells that were stored since the page is open. */
  stored: ReadonlySet<string>;
  enter: (change: Change) => void;
  /** Leaves a refused change: the cell is as it was. */
  drop: (key: string) => void;
  /** Null: nothing to take back. */
  undo: (() => void) | null;
};

/**
 * A sheet's rows as they stand, and changes to them: one is sent after the other, the cell shows it at once, and its row
 * is what the server makes of it. A refused change stays to be sent again, also where the page has gone meanwhile.
 */
export const useSheet = ({ class: { id }, term, rows: loadedRows, mayEnter }: TermSheet): Sheet => {
  const [rows, setRows] = useState<readonly SheetRow[]>(loadedRows);
  const [loaded, setLoaded] = useState(loadedRows);
  const [pending, setPending] = useState(() => leftBehind(term.id, loadedRows, mayEnter));
  const [stored, setStored] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly Change[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  // The page was loaded anew: what colleagues entered meanwhile is in it.
  if (loaded !== loadedRows) {
    setLoaded(loadedRows);
    setRows(loadedRows);
  }

  const mark = useCallback((key: string, change: Pending | null) => {
    setPending((before) => {
      const next = new Map(before);
      if (change === null) next.delete(key);
      else next.set(key, change);
      return next;
    });
  }, []);

  const send = useCallback(
    (change: Change, before: Change | null) => {
      const key = keyOf(change.person, change.item);
      mark(key, { ...change, error: null });
      noteUnsent(term.id, key, change);
      queue.current = queue.current.then(async () => {
        const reply = await call('POST /api/classes/:id/terms/:term/entries', { id, term: term.id }, change);
        if (!reply.ok) {
          if (!isHere.current) showToast(say('terms:refused.later', { message: reply.error.message }), 'bad');
          return mark(key, { ...change, error: reply.error });
        }
        noteUnsent(term.id, key, null);
        mark(key, null);
        setStored((all) => new Set([...all, key]));
        setRows((all) => all.map((row) => (row.person === change.person ? reply.value : row)));
        if (before !== null) setDone((all) => [...all, before]);
      });
    },
    [id, term.id, mark],
  );

  const enter = (change: Change) => {
    const row = rows.find(({ person }) => person === change.person);
    const last = entryOf(row && cellOf(row, change.item));
    if (change.value === (last?.value ?? null) && (last === null || change.reason === last.reason)) return;
    send(change, { ...change, value: last?.value ?? null, reason: last?.reason ?? '' });
  };
  const last = done.at(-1);
  return {
    rows,
    pending,
    enter,
    stored,
    drop: (key) => {
      noteUnsent(term.id, key, null);
      mark(key, null);
    },
    undo:
      last === undefined
        ? null
        : () => {
            setDone((all) => all.slice(0, -1));
            send(last, null);
          },
  };
};

/** What was typed here before and never heard of; nothing of what is stored by now, or of what this person may not enter. */
const leftBehind = (
  term: string,
  rows: readonly SheetRow[],
  mayEnter: readonly string[],
): ReadonlyMap<string, Pending> => {
  const all = new Map<string, Pending>();
  for (const [key, change] of Object.entries(unsentEntries(term))) {
    const row = rows.find(({ person }) => person === change.person);
    const isStored = row !== undefined && (entryOf(cellOf(row, change.item))?.value ?? null) === change.value;
    if (row === undefined || isStored || !mayEnter.includes(change.item)) noteUnsent(term, key, null);
    else all.set(key, { ...change, error: { code: 'network', message: say('terms:refused.left') } });
  }
  return all;
};
