import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions, Spec } from 'axe-core';
import type { Page } from 'playwright-core';
import { sweepsAll } from '#tests/support/sweep.ts';
import { atRest, PHONE, WIDE } from './browser.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** On the elements whose contrast is looked at. */
const MARK = 'data-contrast';

export type Scheme = 'light' | 'dark';

/** Dark mode differs in colours only. */
const RULES: Readonly<Record<Scheme, RunOptions>> = {
  light: { runOnly: { type: 'tag', values: TAGS } },
  dark: { runOnly: { type: 'rule', values: COLOURS } },
};

declare global {
  interface Window {
    axe?: { run(context: unknown, options: RunOptions): Promise<AxeResults>; configure(spec: Spec): void };
  }
}

/**
 * For a page that is looked at in both sizes: when it is narrow its colours are those it was looked at in the dark with when
 * it was wide, and axe has much to compute. `npm test -- sweep` looks at them again.
 */
export const schemesAt = ({ width }: { width: number }): readonly Scheme[] =>
  width < 760 && !sweepsAll ? ['light'] : ['light', 'dark'];

type Violations = AxeResults['violations'];

/**
 * What axe objects to on the page as it stands, in light and in dark, one line each. The contrast of texts took
 * two thirds of axe's time, so of all elements that look alike only the first, the middle and the last are asked about.
 */
export const objections = async (
  page: Page,
  place: string,
  schemes: readonly Scheme[] = ['light', 'dark'],
): Promise<string[]> => {
  const found: string[] = [];
  await atRest(page);
  // A page keeps it until it is loaded anew.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(SOURCE);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(violationsIn, { rules: RULES[colorScheme], mark: MARK });
    found.push(
      ...violations.map(({ id, help, nodes }) => {
        const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`);
        return `${place}, ${colorScheme}: ${id} (${help}), ${nodes.length} times: ${where.join(' | ')}`;
      }),
    );
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
};

/** What axe objects to on a wide page, and then as wide as a phone. `ready`: waits until what is looked at stands there. */
export const objectionsTwice = async (page: Page, place: string, ready: () => Promise<unknown>): Promise<string[]> => {
  await ready();
  const wide = await objections(page, place);
  await page.setViewportSize(PHONE);
  await ready();
  const narrow = await objections(page, `${place} at ${PHONE.width}`, schemesAt(PHONE));
  await page.setViewportSize(WIDE);
  return [...wide, ...narrow];
};

/** Runs in the page. */
const violationsIn = async ({ rules, mark }: { rules: RunOptions; mark: string }): Promise<Violations> => {
  const { axe } = window;
  if (axe === undefined) throw new Error('axe isn’t in the page');

  // Elements look alike where they and all they lie in have the same styles: their contrast is the same.
  const STYLES = [
    ...['color', 'background-color', 'background-image', 'opacity', 'font-size', 'font-weight', 'text-shadow'],
    ...['filter', 'mix-blend-mode', 'display', 'visibility', 'position', 'clip-path', 'overflow'],
  ];
  const numbers = new Map<string, number>();
  const looks = new Map<Element, number>();
  const hasWords = (element: Element): boolean =>
    element.matches('input, select, textarea, button') ||
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  const lookOf = (element: Element): number => {
    const known = looks.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const outside = element.parentElement === null ? 0 : lookOf(element.parentElement);
    const name = [outside, element.tagName, ...STYLES.map((one) => style.getPropertyValue(one))].join('|');
    const look = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, look);
    looks.set(element, look);
    return look;
  };
  const alike = new Map<number, Element[]>();
  for (const element of document.body.querySelectorAll('*')) {
    if (!hasWords(element)) continue;
    const group = alike.get(lookOf(element));
    if (group === undefined) alike.set(lookOf(element), [element]);
    else group.push(element);
  }
  const asked = [...alike.values()].flatMap((all) => [all[0], all[all.length >> 1], all.at(-1)]);
  for (const element of asked) element?.setAttribute(mark, '');
  axe.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] });
  const { violations } = await axe.run(document, { ...rules, resultTypes: ['violations'] });
  for (const element of asked) element?.removeAttribute(mark);
  return violations;
};
