import { useEffect } from 'react';

/** Runs `then` on Escape, unless something nearer used the key or a text field has the focus. Null: does nothing. */
export const useEscape = (then: (() => void) | null): void => {
  useEffect(() => {
    if (then === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return;
      then();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [then]);
};
