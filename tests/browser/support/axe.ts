import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Dark mode differs in colours only. Legacy mode spares axe a second page, which only frames would need. */
const axe = (page: Page, colorScheme: 'light' | 'dark'): AxeBuilder => {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  return colorScheme === 'light' ? builder.withTags(TAGS) : builder.withRules(COLOURS);
};

/** What axe objects to on the page as it stands, in light and in dark, one line each. */
export async function objections(page: Page, place: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axe(page, colorScheme).analyze();
    found.push(
      ...violations.map(({ id, help, nodes }) => {
        const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`);
        return `${place}, ${colorScheme}: ${id} (${help}), ${nodes.length} times: ${where.join(' | ')}`;
      }),
    );
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
