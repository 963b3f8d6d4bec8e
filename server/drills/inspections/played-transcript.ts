/** A transcript as a log: the trainee's deeds, played again by the real engine and judge. */
import { CONVERSATION, commandOf, type Deciders, letPass, type Play, perform } from '#drills/puzzles/take-over.ts';
import { arrivals, DEFAULT_PACE } from '#engine/customer/arrivals.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Transcript } from './transcripts.ts';

const SEED = 1;

/** Null: a deed is refused, so that the case isn't the one the transcript comes from any more. */
export const playedTranscript = async (
  deciders: Deciders,
  content: Content,
  contentHash: string,
  transcript: Pick<Transcript, 'case' | 'deeds'>,
): Promise<DrillEvent[] | null> => {
  const play: Play = { drill: emptyDrill, events: [] };
  const opening = { contentHash, seed: SEED, mode: 'lesson', pace: DEFAULT_PACE } as const;
  await perform(deciders, content, play, { kind: 'open', at: 0, ...opening, customers: arrivals([transcript.case]) });
  await perform(deciders, content, play, { kind: 'start', at: 0 });
  for (const [index, deed] of transcript.deeds.entries()) {
    await letPass(deciders, content, play, deed.at);
    const command = commandOf(content, transcript.case, deed, `${CONVERSATION}-p${index + 1}`);
    if ((await perform(deciders, content, play, command)) !== null) return null;
  }
  await letPass(deciders, content, play, Number.POSITIVE_INFINITY);
  return play.events;
};
