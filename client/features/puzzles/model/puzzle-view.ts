import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type ConversationView, emptyView } from '#client/drill/model/drill-view.ts';
import type { PuzzleBody } from '#contract/practice/puzzles.ts';

/** The conversation after these events, as the desk folds them; null: nobody is there yet. */
export const conversationAfter = (key: string, events: PuzzleBody['before']): ConversationView | null =>
  events.reduce((view, { seq, event }) => foldDrill(view, event, seq), emptyView).conversations[key] ?? null;
