import type { Debrief } from '#contract/results.ts';

type Pick = Debrief['picks'][number];

/** What stands where no good turn does: words to say, or an operation to click. */
export const wordingOf = ({ family }: { family: string }): 'wording' | 'toDo' =>
  family === 'operation' ? 'toDo' : 'wording';

/** What the poor turn is called: where nothing was said there was no reply, and a red line isn't nearly good. */
export const poorOf = ({ code, poor }: { code: string; poor: Pick['poor'] }): 'silent' | 'red' | 'poor' =>
  poor.reply === '' ? 'silent' : code.startsWith('red-line:') ? 'red' : 'poor';
