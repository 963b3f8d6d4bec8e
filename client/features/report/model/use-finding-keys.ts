import { useEffect } from 'react';
import { bringIntoView, reveal } from '#client/lib/reveal.ts';

const FINDING_SELECTOR = '[data-finding]';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * J next, K previous finding, R does the focused finding's turn again. Keys are read by `code`, so that layouts don't
 * matter; keys of an input method are ignored.
 */
export const useFindingKeys = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      if (event.code === 'KeyR' && !event.shiftKey) {
        const retryButton = document.activeElement
          ?.closest(FINDING_SELECTOR)
          ?.querySelector<HTMLElement>('[data-retry]');
        if (retryButton) event.preventDefault();
        return retryButton?.click();
      }
      const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
      if (step === 0) return;
      const elements = [...document.querySelectorAll<HTMLElement>(FINDING_SELECTOR)];
      const index = elements.findIndex((element) => element.contains(document.activeElement));
      const target = index === -1 ? (step === 1 ? elements[0] : elements.at(-1)) : elements[index + step];
      if (target === undefined) return;
      event.preventDefault();
      reveal(target);
      bringIntoView(target);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
