import type { Debrief } from '#contract/results.ts';

type Pick = Debrief['picks'][number];

/** What is shown where there is no good turn: words to say, or an operation to click. */
export const wordingKind = ({ family }: { family: string }): 'wording' | 'toDo' =>
  family === 'operation' ? 'toDo' : 'wording';

/** The heading of the poor turn: with no words it is a silence, and a red line isn't called merely poor. */
export const poorTurnKind = ({ code, poor }: { code: string; poor: Pick['poor'] }): 'silent' | 'red' | 'poor' =>
  poor.reply === '' ? 'silent' : code.startsWith('red-line:') ? 'red' : 'poor';
