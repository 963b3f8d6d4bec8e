/** Sentences that `scenarios:new` left for the author to write. They are marked, so that nobody ships a skeleton by oversight. */
import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';

/** `【改：客户的网名】` */
const PLACEHOLDER = /【改：([^】]*)】/;

/** Every sentence of an authored value that is still a placeholder. */
export function* checkPlaceholders(value: unknown, path: Path = []): Iterable<Fault> {
  if (typeof value === 'string') {
    const what = PLACEHOLDER.exec(value)?.[1];
    if (what !== undefined) yield { code: 'placeholder', path, message: say('checker:placeholder', { what }) };
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* checkPlaceholders(each, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* checkPlaceholders(each, [...path, key]);
  }
}
