import { useLayoutEffect, useRef } from 'react';
import type { Level } from '#contract/practice/inspections.ts';

type Keys = { onLevel: (level: Level) => void; onMove: (by: 1 | -1) => void };

const LEVEL_OF: Readonly<Record<string, Level>> = { '1': 'full', '2': 'part', '3': 'none', '0': 'na' };

/** 1 2 3 0 judge the current row, J and K go to the next and the one before. Null: nothing is to be judged. */
export const useScorecardKeys = (keys: Keys | null): void => {
  const current = useRef(keys);
  useLayoutEffect(() => {
    current.current = keys;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const open = current.current;
      if (open === null || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      if (
        event.target instanceof HTMLElement &&
        event.target.matches('input[type=text], input[type=search], textarea, select')
      )
        return;
      const level = LEVEL_OF[/^(?:Digit|Numpad)([0-3])$/.exec(event.code)?.[1] ?? ''];
      const by = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : null;
      if (level !== undefined && !event.repeat) open.onLevel(level);
      else if (by !== null) open.onMove(by);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};
