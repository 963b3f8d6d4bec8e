/** An authored line → bubbles. ⏎ begins a new bubble; a card or picture, in 〔 〕, is alone in its bubble. */
import type { Bubble, Burst } from '#engine/model/content.ts';

const CARD = /^〔(product|order|pic|shots)(?: ([a-z0-9][a-z0-9-]*))?〕$/;

/** One line → its bubbles. "" is an empty burst: the customer reacts without words. */
export const toBurst = (line: string): Burst => {
  return line
    .split('⏎')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => toBubble(part) ?? { kind: 'text', text: part });
};

/** Every 〔…〕 in a line that is no card of ours or shares its bubble with words: the desk would show its brackets. */
export const strayCards = (line: string): string[] => {
  return line
    .split('⏎')
    .map((part) => part.trim())
    .filter((part) => /[〔〕]/.test(part) && toBubble(part) === null);
};

/** The words of a burst as the language core reads them: bubbles joined by '\n', cards left out. */
export const wordsOf = (burst: Burst): string => {
  return burst.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('\n');
};

const toBubble = (part: string): Bubble | null => {
  const card = CARD.exec(part);
  if (!card) return null;
  const [, kind, name] = card;
  if (kind === 'order') return { kind, order: name ?? null };
  if (name === undefined) return null;
  if (kind === 'product') return { kind, product: name };
  return { kind: 'picture', picture: kind === 'shots' ? `shots-${name}` : name };
};
