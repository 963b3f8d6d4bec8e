/** Bystanders' lines as authors write them: 名字：话, several of them separated by ⏎. No other file reads this form. */
import type { Bystander } from '#engine/model/content.ts';

const NAME_MOST = 12;
const SPOKEN = new RegExp(`^([^：:，。！？；、,!?;〔〕]{1,${NAME_MOST}})[：:](.+)$`, 'su');

/** One part of a line; `who` is null where it names nobody, or says nothing. */
export type BystanderPart = { part: string; who: Bystander | null };

/** A line's parts in order; a line of nothing is one part that names nobody. */
export const bystanderParts = (line: string): BystanderPart[] => {
  return line.split('⏎').map((untrimmed) => {
    const part = untrimmed.trim();
    const [, name = '', text = ''] = SPOKEN.exec(part) ?? [];
    const speaker = { name: name.trim(), text: text.trim() };
    return { part, who: speaker.name === '' || speaker.text === '' ? null : speaker };
  });
};

/** Authored alternatives → the form the engine draws from. Parts that name nobody are left out (`bystander-unnamed`). */
export const toBystanders = (authored: string | readonly string[]): Bystander[][] => {
  const lines = typeof authored === 'string' ? [authored] : authored;
  return lines
    .map((line) => bystanderParts(line).flatMap(({ who }) => (who === null ? [] : [who])))
    .filter((parts) => parts.length > 0);
};
