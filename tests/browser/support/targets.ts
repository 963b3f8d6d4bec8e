import type { Page } from 'playwright-core';

/** Pixels, from which a thumb finds a control. */
const LEAST_PX = 40;

/** Runs in the page: what can be pressed and is lower than that, but for links within a sentence (WCAG 2.5.8). */
const lowTargets = (least: number): string[] => {
  const PRESSED = 'a[href], button, summary, select, textarea, input, [role=tab], [role=switch], [role=radio]';
  const isInline = (node: Element): boolean => getComputedStyle(node).display.startsWith('inline');
  const isInSentence = (node: Element): boolean => {
    if (getComputedStyle(node).display !== 'inline') return false;
    let around = node.parentElement;
    while (around !== null && isInline(around)) around = around.parentElement;
    return (around?.textContent ?? '').trim().length > (node.textContent ?? '').trim().length + 2;
  };
  /** A link over its whole row. */
  const isStretched = (node: Element): boolean => {
    const { content, position } = getComputedStyle(node, '::after');
    return content !== 'none' && position === 'absolute';
  };
  return [...document.querySelectorAll(PRESSED)].flatMap((node) => {
    const target = node.matches('input') ? (node.closest('label') ?? node) : node;
    const { width, height, bottom } = target.getBoundingClientRect();
    // Out of sight: for screen readers, or until it has the focus.
    const isSeen = width > 1 && height > 1 && bottom + scrollY > 0 && node.closest('.sr-only') === null;
    if (!isSeen || height >= least || isInSentence(node) || isStretched(node)) return [];
    return [`${node.getAttribute('aria-label') ?? node.textContent?.trim()}: ${Math.round(height)} px high`];
  });
};

/** What a thumb hardly finds on the page as it stands, one line each. */
export const lowTargetsOf = async (page: Page, place: string): Promise<string[]> =>
  (await page.evaluate(lowTargets, LEAST_PX)).map((line) => `${place}: ${line}`);
