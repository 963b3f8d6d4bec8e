import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="dialog"], [role="tablist"]') !== null;

/** ← → step, 1 2 3 choose; a presenter's remote sends the page keys. Ignored in a text field or while a dialog is open. */
export const useStepKeys = (count: number, at: number, go: (at: number) => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const target =
        digit !== undefined
          ? Number(digit) - 1
          : event.code === 'ArrowRight' || event.code === 'PageDown'
            ? at + 1
            : event.code === 'ArrowLeft' || event.code === 'PageUp'
              ? at - 1
              : null;
      if (target === null || target < 0 || target >= count) return;
      event.preventDefault();
      go(target);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [count, at, go]);
};
