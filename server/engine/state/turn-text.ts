/** A turn's messages as one text, and the way back from its offsets to a message (RULES T1: quotes keep message and offset). */
import type { OpenTurn } from '#engine/model/drill.ts';
import type { Provenance } from '#engine/model/events.ts';
import type { JoinedText } from '#engine/model/judge-request.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';

export type SaidMessage = { id: string; at: number; text: string; made: Provenance; start: number };
export type TurnText = { text: string; said: readonly SaidMessage[] };

export const turnText = (turn: OpenTurn): TurnText => {
  const said: SaidMessage[] = [];
  let text = '';
  for (const message of turn.messages) {
    if (message.kind !== 'said') continue;
    if (said.length > 0) text += '\n';
    said.push({ id: message.id, at: message.at, text: message.text, made: message.made, start: text.length });
    text += message.text;
  }
  return { text, said };
};

/** Messages of an open turn, and their characters in UTF-16 units. Asked with each reply, so no list of them is made. */
export const turnSize = (turn: OpenTurn | null): { messages: number; characters: number } => {
  let [messages, characters] = [0, 0];
  for (const message of turn?.messages ?? []) {
    if (message.kind !== 'said') continue;
    messages += 1;
    characters += message.text.length;
  }
  return { messages, characters };
};

/** The place in a message of a span of the joined text; a span over several messages keeps to the first. */
export const quoteAt = ({ said }: JoinedText, start: number, end: number): Quote => {
  const message = said.findLast((message) => message.start <= start) ?? said[0];
  if (!message) return { message: '', start: 0, end: 0 };
  const from = Math.max(0, Math.min(start - message.start, message.text.length));
  const to = Math.max(from, Math.min(end - message.start, message.text.length));
  return to > from
    ? { message: message.id, start: from, end: to }
    : { message: message.id, start: 0, end: message.text.length };
};
