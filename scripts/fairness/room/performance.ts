/** A play so far: its log from the replies sent, the part its player has seen, and whether the drill has ended. */
import { playDrill } from '#authoring/play-drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { contentFor, type Library } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { threadLines, untilNextBurst } from '#scripts/play/as-trainee.ts';
import type { PlayFile } from './play-file.ts';

export type Performance = {
  content: Content;
  /** All events up to the drill's end, as if nothing more were said. */
  events: readonly DrillEvent[];
  shown: readonly DrillEvent[];
  /** Lines of `shown`. */
  lines: readonly string[];
  ended: boolean;
};

/** Number of logs kept, so that the state before a step isn't played again. */
const KEPT = 64;

/** Plays on the cases of a library; a case's content is made once. */
export const performer = (library: Library): ((play: PlayFile) => Performance) => {
  const contents = new Map<string, { content: Content; hash: string }>();
  const contentOf = ({ scenario, card }: Pick<PlayFile, 'scenario' | 'card'>): { content: Content; hash: string } => {
    const key = `${scenario}@${card}`;
    const known = contents.get(key);
    if (known) return known;
    const { data, hash } = contentFor(library, [scenario], cardOfSeed(card));
    const made = { content: prepare(data), hash };
    contents.set(key, made);
    return made;
  };
  const logs = new Map<string, readonly DrillEvent[]>();
  const logOf = ({ scenario, card, replies }: PlayFile): readonly DrillEvent[] => {
    const key = JSON.stringify([scenario, card, replies]);
    const known = logs.get(key);
    if (known) return known;
    const { content, hash } = contentOf({ scenario, card });
    const authored = toReplies(replies);
    const events = playDrill(content, {
      scenarios: [scenario],
      replies: authored,
      seed: 1,
      mode: 'lesson',
      contentHash: hash,
    });
    for (const oldest of [...logs.keys()].slice(0, logs.size - KEPT + 1)) logs.delete(oldest);
    logs.set(key, events);
    return events;
  };
  return (play) => {
    const { content } = contentOf(play);
    const events = logOf(play);
    const shown = play.left ? events : untilNextBurst(events);
    const hasEnded = shown.some(({ kind }) => kind === 'drill-ended');
    return { content, events, shown, lines: threadLines(content, shown), ended: hasEnded };
  };
};

/** How many words and deeds of the trainee the log holds. */
export const trainedIn = (events: readonly DrillEvent[]): number =>
  events.filter(({ kind }) => kind === 'trainee-said' || kind === 'action-done').length;
