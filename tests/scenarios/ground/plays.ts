/**
 * Plays in which trainees leave out, get wrong or undo what their customers wait for: the poor and middling trainees of all
 * testplans, those of `effortless.ts`, and strangers’ stored plays. Most are played by other files too, each once.
 */
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { contentFor } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { EFFORTLESS } from '#scripts/fairness/effortless.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { isNewest } from '#tests/fairness/newest-rounds.ts';
import { play } from '#tests/learning/support/play.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { wantedBy } from './wanted-figure.ts';

export type GroundPlay = { name: string; data: ContentData; events: readonly DrillEvent[] };

const WELL: readonly string[] = ['model', 'second-model'];
const ids = [...library.scenarios.keys()];

/** Every trainee of a testplan but the models, on every case. */
export const planPlays = (): GroundPlay[] =>
  ids.flatMap((id) =>
    Object.entries(library.testplans.get(id) ?? {}).flatMap(([who, { replies }]) =>
      WELL.includes(who) ? [] : [{ name: `${id} ${who}`, ...play([id], replies) }],
    ),
  );

/** The model trainee of every case, changed as `effortless.ts` has it. */
export const changedPlays = (who: string): GroundPlay[] => {
  const trainee = EFFORTLESS.find((one) => one.who === who);
  if (trainee === undefined) throw new Error(who);
  return ids.flatMap((id) => {
    const { data } = contentFor(library, [id]);
    const [scenario] = data.scenarios;
    const replies = scenario ? trainee.replies(scenario, data, library.testplans.get(id) ?? {}) : null;
    return replies === null ? [] : [{ name: `${id} ${who}`, ...playedOnce(library, [id], replies) }];
  });
};

/** A figure of each kind that is right in no case, alone in its sentence. */
const BARE = { sum: '388块6', time: '后天15点37分', size: '47' } as const;

/**
 * The model trainee of every case, who answers one question that wants a figure with such a one and nothing else: in each
 * case the first such question, in a sweep every one.
 */
export const barePlays = (): GroundPlay[] =>
  [...library.scenarios.values()].flatMap(({ id, beats }) => {
    const model = library.testplans.get(id)?.model?.replies ?? [];
    const asking = beats.flatMap((beat) => {
      const asks = beat.asks.flatMap(({ points }) => points.filter(({ must }) => must).map(({ ask }) => ask));
      const kind = asks.flatMap((ask) => (ask?.bursts ?? []).flatMap((burst) => wantedBy(burst) ?? []))[0];
      return kind && model.some(({ to }) => to === beat.id) ? [{ beat: beat.id, kind }] : [];
    });
    return (sweepsAll ? asking : asking.slice(0, 1)).map(({ beat, kind }) => ({
      name: `${id} ${beat}: ${BARE[kind]}`,
      ...playedOnce(
        library,
        [id],
        model.map((reply) => (reply.to === beat ? { ...reply, do: [], say: [{ text: BARE[kind] }] } : reply)),
      ),
    }));
  });

/** Strangers’ plays: the newest rounds, all of them in a sweep. */
export const storedPlays = (): GroundPlay[] =>
  readRounds()
    .filter((_, at, all) => sweepsAll || isNewest(at, all.length))
    .flatMap(({ round, plays }) =>
      plays.map(({ id, scenario, replies, after, card }) => ({
        name: `${round}/${id}`,
        ...playedOnce(library, [scenario], toReplies(replies), { after, card }),
      })),
    );

export const textOf = ({ bubble }: EventOf<'customer-said'>): string => (bubble.kind === 'text' ? bubble.text : '');
