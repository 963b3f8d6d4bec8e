import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the page is on its way to paper: what is folded or filtered on the screen is printed whole. */
export const usePrinting = (): boolean => {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    // The browser prints the page as it is when the listener returns, so React must render the change at once.
    const set = (to: boolean) => flushSync(() => setIsPrinting(to));
    const before = () => set(true);
    const after = () => set(false);
    const changed = () => set(paper.matches);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    paper.addEventListener('change', changed);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      paper.removeEventListener('change', changed);
    };
  }, []);
  return isPrinting;
};
