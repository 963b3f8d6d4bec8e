import { expect, test } from 'vitest';
import marks from '#messages/zh/marks.json' with { type: 'json' };
import results from '#messages/zh/results.json' with { type: 'json' };
import wall from '#messages/zh/wall.json' with { type: 'json' };

test('[M43] one’s own words sent again belong to the family of copied words, and no page calls them a quick reply', () => {
  const names = [marks.family, results.family, results.familyShort, wall.family].map(
    (family) => family['quick-replies'],
  );
  for (const name of names) expect(name).toMatch(/^照搬(、?重发)?$/);
});
