/** The story as a graph: each edge leads from a beat to a beat or an ending and names the exit it takes. */

import type { AuthoredBeat, AuthoredScenario } from '#library/schema/scenario.ts';
import { beatsOf, pointsOf, reactionsOf, thenOf } from './case-view.ts';

export type Edge = {
  from: string;
  to: string;
  /** An exit of `then`, a reaction's slot, `leads` or `later`. */
  via: string;
};

export const isConversing = (beat: AuthoredBeat): boolean =>
  beat.asks !== undefined || (beat.needs ?? []).length > 0 || beat.recalls !== undefined;

/** The exits a beat of its kind must have. A beat that waits for nothing goes on by `resolved`. */
export const exitsOf = (beat: AuthoredBeat): readonly ('resolved' | 'failed' | 'silent' | 'taken' | 'missed')[] => {
  if (isConversing(beat)) return ['resolved', 'failed', 'silent'];
  if (beat.window || beat.quiet?.window) return ['taken', 'missed'];
  return ['resolved'];
};

/** Every edge of the story. A reaction of the whole case gives an edge from each beat that asks, needs or recalls something. */
export const edgesOf = (authored: AuthoredScenario): Edge[] => {
  const beats = beatsOf(authored).map(({ beat }) => beat);
  return [
    ...beats.flatMap((beat): Edge[] => {
      const { then } = beat;
      if (typeof then === 'string') return exitsOf(beat).map((via) => ({ from: beat.id, to: then, via }));
      return Object.entries(then ?? {}).flatMap(([via, to]) => (to === undefined ? [] : [{ from: beat.id, to, via }]));
    }),
    ...reactionsOf(authored).flatMap(({ slot, reaction, beat }): Edge[] => {
      const to = thenOf(reaction);
      if (to === undefined) return [];
      return (beat ? [beat] : beats.filter(isConversing)).map((exit) => ({ from: exit.id, to, via: slot }));
    }),
    ...pointsOf(authored).flatMap(({ beat, point }) =>
      point.leads === undefined ? [] : [{ from: beat.id, to: point.leads, via: 'leads' }],
    ),
    ...Object.entries(authored.endings).flatMap(([id, { later }]) =>
      later ? [{ from: id, to: later.to, via: 'later' }] : [],
    ),
  ];
};

/** Everything that can be reached from these, themselves included. */
export const reachedFrom = (starts: readonly string[], edges: readonly Edge[]): Set<string> => {
  const reachedIds = new Set(starts);
  // A Set's iteration takes in what is added on the way.
  for (const at of reachedIds) for (const edge of edges) if (edge.from === at) reachedIds.add(edge.to);
  return reachedIds;
};
