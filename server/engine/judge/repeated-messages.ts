/** Messages that the trainee sends a second time. */

import type { JudgeRequest } from '#engine/model/judge-request.ts';
import { MIN_SIMILARITY, SHORTEST_QUICK_REPLY } from '#engine/turns/quick-reply-notes.ts';
import { comparable, likeness } from '#language/quick-replies/match-quick-replies.ts';

/**
 * Messages of this turn that say an earlier one again. `latest` holds the last few only; a message that fell out of it
 * is compared with the others. Words behind `longestTurn` characters aren't looked at.
 */
export const repeatedIn = ({ words, latest }: JudgeRequest, longestTurn: number): string[] => {
  const isLong = ({ text }: { text: string }): boolean => text.length >= SHORTEST_QUICK_REPLY;
  const recentMessages = latest.map((message) => ({
    id: message.id,
    said: isLong(message) ? comparable(message.text) : null,
  }));
  return words.said.flatMap(({ id, text, start }) => {
    if (!isLong({ text }) || start > longestTurn) return [];
    const compared = comparable(text);
    const earlier = recentMessages.slice(
      0,
      recentMessages.findIndex((message) => message.id === id),
    );
    const wasSaid = earlier.some(
      (message) =>
        message.id !== id &&
        message.said !== null &&
        likeness(message.said, compared, MIN_SIMILARITY) >= MIN_SIMILARITY,
    );
    return wasSaid ? [id] : [];
  });
};
