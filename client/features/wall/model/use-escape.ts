import { useEffect } from 'react';

/** Runs `onEscape` on Escape, unless something nearer used the key or a text field has the focus. Null: does nothing. */
export const useEscape = (onEscape: (() => void) | null): void => {
  useEffect(() => {
    if (onEscape === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return;
      onEscape();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onEscape]);
};
