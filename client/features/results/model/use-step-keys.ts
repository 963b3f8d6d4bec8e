import { useEffect } from 'react';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="dialog"], [role="tablist"]') !== null;

const targetIndex = (code: string, index: number): number | null => {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit !== undefined) return Number(digit) - 1;
  if (code === 'ArrowRight' || code === 'PageDown') return index + 1;
  return code === 'ArrowLeft' || code === 'PageUp' ? index - 1 : null;
};

/** ← → step, 1 2 3 choose; a presenter's remote sends the page keys. Ignored in a text field or while a dialog is open. */
export const useStepKeys = (count: number, index: number, go: (index: number) => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      const target = targetIndex(event.code, index);
      if (target === null || target < 0 || target >= count) return;
      event.preventDefault();
      go(target);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [count, index, go]);
};
