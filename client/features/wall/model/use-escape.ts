import { useEffect } from 'react';

/** Escape, unless something nearer took it or words would be lost. Null: not listened for. */
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
