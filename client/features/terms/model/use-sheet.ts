import { useCallback, useRef, useState } from 'react';
import { call, type Trouble } from '#client/lib/api.ts';
import type { SheetRow, TermSheet } from '#contract/terms/sheet.ts';
import { cellOf, entryOf, keyOf } from './sheet-cells.ts';

export type Change = { person: string; item: string; value: number | null; reason: string };
/** A change that isn't stored: on its way, or refused with `error`. */
export type Pending = Change & { error: Trouble | null };

export type Sheet = {
  rows: readonly SheetRow[];
  pending: ReadonlyMap<string, Pending>;
  enter: (change: Change) => void;
  /** Leaves a refused change: the cell is as it was. */
  drop: (key: string) => void;
  /** Null: nothing to take back. */
  undo: (() => void) | null;
};

/**
 * A sheet's rows as they stand, and changes to them: one is sent after the other, the cell shows it at once, and its row
 * is what the server makes of it. A refused change stays to be sent again.
 */
export const useSheet = ({ class: { id }, term, rows: loadedRows }: TermSheet): Sheet => {
  const [rows, setRows] = useState<readonly SheetRow[]>(loadedRows);
  const [loaded, setLoaded] = useState(loadedRows);
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  const [done, setDone] = useState<readonly Change[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
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
      queue.current = queue.current.then(async () => {
        const reply = await call('POST /api/classes/:id/terms/:term/entries', { id, term: term.id }, change);
        if (!reply.ok) return mark(key, { ...change, error: reply.error });
        mark(key, null);
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
    drop: (key) => mark(key, null),
    undo:
      last === undefined
        ? null
        : () => {
            setDone((all) => all.slice(0, -1));
            send(last, null);
          },
  };
};
