import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the page is on its way to paper: what is folded or filtered on the screen is printed whole. */
export const usePrinting = (): boolean => {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    // The browser prints the page as it is when the listener returns, so React must render the change at once.
    const setAtOnce = (isNowPrinting: boolean) => flushSync(() => setIsPrinting(isNowPrinting));
    const onBeforePrint = () => setAtOnce(true);
    const onAfterPrint = () => setAtOnce(false);
    const onChange = () => setAtOnce(paper.matches);
    window.addEventListener('beforeprint', onBeforePrint);
    window.addEventListener('afterprint', onAfterPrint);
    paper.addEventListener('change', onChange);
    return () => {
      window.removeEventListener('beforeprint', onBeforePrint);
      window.removeEventListener('afterprint', onAfterPrint);
      paper.removeEventListener('change', onChange);
    };
  }, []);
  return isPrinting;
};
