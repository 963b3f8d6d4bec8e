/** Sentences that `scenarios:new` left for the author to write. They are marked, so that nobody ships a skeleton by oversight. */
import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';

/** `【改：客户的网名】` */
const PLACEHOLDER = /【改：([^】]*)】/;

/** Every sentence of an authored value that is still a placeholder. */
export function* checkPlaceholders(value: unknown, path: Path = []): Iterable<Fault> {
  if (typeof value === 'string') {
    const instruction = PLACEHOLDER.exec(value)?.[1];
    if (instruction !== undefined)
      yield { code: 'placeholder', path, message: say('checker:placeholder', { what: instruction }) };
  } else if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) yield* checkPlaceholders(inner, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* checkPlaceholders(inner, [...path, key]);
  }
}
