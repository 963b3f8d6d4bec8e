import type { ShownSideIndicator, SideRules, SideSource } from '#contract/terms/sides.ts';

/** As many as the server takes. */
export const FEWEST = 3;
export const MOST = 8;
export const SOURCES = ['responses', 'wrong', 'impatience', 'missed', 'team', 'progress', 'none'] as const;

const PARTS = ['name', 'low', 'middle', 'high'] as const;
type Part = (typeof PARTS)[number];
export type DraftIndicator = Record<Part, string> & { id: string; source: SideSource };

/** An id that none had before: what was said of one that is gone must not come back under another's name. */
export const newIndicator = (place: number): DraftIndicator => ({
  ...{ id: `own-${Date.now().toString(36)}-${place}`, source: 'none', name: '', low: '', middle: '', high: '' },
});

export const faultOf = (drafts: readonly DraftIndicator[]): 'name' | 'means' | null => {
  if (drafts.some(({ name }) => name.trim() === '')) return 'name';
  return drafts.some((draft) => PARTS.some((part) => draft[part].trim() === '')) ? 'means' : null;
};

/** A text that nobody changed stays as it is stored: one that ships follows the reader's language. */
export const rulesIn = (drafts: readonly DraftIndicator[], shown: readonly ShownSideIndicator[]): SideRules => ({
  indicators: drafts.map((draft) => {
    const before = shown.find(({ id }) => id === draft.id);
    const text = (part: Part): string | null =>
      before !== undefined && before[part] === draft[part] ? before.own[part] : draft[part].trim();
    const { id, source } = draft;
    return { id, source, name: text('name'), low: text('low'), middle: text('middle'), high: text('high') };
  }),
});
