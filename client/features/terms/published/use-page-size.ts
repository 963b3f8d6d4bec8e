import { useEffect } from 'react';

/**
 * Prints on A4 across while the page is open. A style sheet made by script, because the server's policy takes
 * none within a page; a browser without them prints upright, which its dialog can change.
 */
export const useLandscape = (): void => {
  useEffect(() => {
    if (!('adoptedStyleSheets' in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { size: A4 landscape; margin: 12mm; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, []);
};
