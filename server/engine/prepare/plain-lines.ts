/** Lines of a customer's without a figure or a day: they fit whatever figure was told. */
import type { Reaction } from '#engine/model/content.ts';

const FIGURED = /[0-9〇一二两三四五六七八九十百千半几]|今|明|后天|大后/;

/** Whether a reaction is words alone, and none of them names a figure or a day. */
export const isPlain = ({ bursts }: Reaction): boolean =>
  (bursts ?? []).flat().every((bubble) => bubble.kind === 'text' && !FIGURED.test(bubble.text));
