/** Which customers are typing, as the server tells it. */
import type { DrillTyping } from '#contract/wire-events.ts';

/** From when until when a customer types, in drill time, ms. */
type TypingSpan = { fromMs: number; untilMs: number };
/** By the id of the conversation. */
export type TypingSpans = Readonly<Record<string, TypingSpan>>;

/** `until` null: the customer has stopped, which ends the span where it begins. */
export const withTyping = (spans: TypingSpans, { conversation, from, until }: DrillTyping): TypingSpans => ({
  ...spans,
  [conversation]: { fromMs: from, untilMs: until ?? from },
});

/** The customer's words are there, so nobody is still typing them. */
export const withoutTyping = (spans: TypingSpans, conversation: string): TypingSpans => {
  if (!(conversation in spans)) return spans;
  const { [conversation]: _, ...others } = spans;
  return others;
};

export const isTypingAt = (span: TypingSpan | undefined, nowMs: number): boolean =>
  span !== undefined && span.fromMs <= nowMs && nowMs < span.untilMs;
