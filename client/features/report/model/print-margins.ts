import { useEffect } from 'react';

const quotedForCss = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;

/**
 * Prints `text` at the head of every page but the first, whose content says it already, and the page number at the
 * foot. It applies while the component is on the page. It uses a style sheet made in code: page margins can't read CSS
 * variables, and the content security policy refuses a `<style>`. Browsers without margin boxes print neither.
 */
export const usePrintMargins = (text: string): void => {
  useEffect(() => {
    if (!('adoptedStyleSheets' in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      @top-left { content: ${quotedForCss(text)}; font: 9px sans-serif; color: #4b515c; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 9px sans-serif; color: #4b515c; }
    }
    @page :first { @top-left { content: none; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((styleSheet) => styleSheet !== sheet);
    };
  }, [text]);
};
