import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { revealInside } from '#client/lib/reveal.ts';

/** The address of the section 待核: the score's range, the ledger and the results table lead to it. */
export const DOUBTS_ID = 'doubts';

/** `#id` in the address: brings that section into view and puts the focus there, each time it is gone to. */
export const useSectionOfAddress = (id: string): void => {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address gone to again has another key
  useEffect(() => {
    if (hash !== `#${id}`) return;
    const element = document.getElementById(id);
    revealInside(element);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'start' });
  }, [hash, key, id]);
};
