import { expect, test } from 'vitest';
import results from '#messages/zh/results.json' with { type: 'json' };
import wall from '#messages/zh/wall.json' with { type: 'json' };
import { FAMILY_NAMES } from '#scoring/marks/report-findings.ts';

test('[M43] one’s own words sent again are of the family of copied ones, and no page calls them a phrase', () => {
  const names = [FAMILY_NAMES, results.family, results.familyShort, wall.family].map(
    (family) => family['quick-replies'],
  );
  for (const name of names) expect(name).toMatch(/^照搬(、?重发)?$/);
});
