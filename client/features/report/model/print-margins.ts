import { useEffect } from 'react';

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;

/**
 * Words at the head of every printed page but the first, which says them itself, and its number at the foot, while the page that asks is shown. A sheet of its
 * own, because a page's margins know no variable and the content policy refuses a `<style>`; browsers without margin
 * boxes print none.
 */
export const usePrintMargins = (text: string): void => {
  useEffect(() => {
    if (!('adoptedStyleSheets' in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      @top-left { content: ${quoted(text)}; font: 9px sans-serif; color: #4b515c; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 9px sans-serif; color: #4b515c; }
    }
    @page :first { @top-left { content: none; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [text]);
};
