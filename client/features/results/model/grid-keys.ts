import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const focusableIn = (cell: Element | undefined): HTMLElement | null =>
  cell?.querySelector<HTMLElement>('a, button') ?? null;

/** Arrow keys over a table's body: the Tab key stops once per row and not at each of eight hundred figures. */
export const moveFocusInGrid = (event: KeyboardEvent<HTMLTableElement>): void => {
  const step = STEPS[event.key];
  const cell = event.target instanceof Element ? event.target.closest('tbody th, tbody td') : null;
  const row = cell?.closest('tr');
  if (step === undefined || cell === null || row === null || row === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')];
  const columnIndex = [...row.children].indexOf(cell);
  const rowIndex = rows.indexOf(row);
  // Cells without a control are skipped.
  for (let distance = 1; distance < 40; distance++) {
    const target = rows[rowIndex + step[0] * distance]?.children[columnIndex + step[1] * distance];
    if (target === undefined) return;
    const control = focusableIn(target);
    if (control === null) continue;
    event.preventDefault();
    control.focus();
    return;
  }
};
