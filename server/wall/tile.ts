import type { TileConversation, WallTile } from '#contract/wall.ts';
import type { MoodWord } from '#contract/wire-events.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { liveFault } from './evidence.ts';
import { backByOf, type TileFacts, type TileState } from './tile-state.ts';

/** The part of a tile that comes from the seat's drill. */
export type DrillPart = Pick<
  WallTile,
  | 'state'
  | 'conversations'
  | 'rounds'
  | 'meanMs'
  | 'firstMs'
  | 'faults'
  | 'families'
  | 'redLines'
  | 'left'
  | 'latest'
  | 'injected'
  | 'rush'
  | 'handingOver'
>;

/** The part of a seat without a drill. */
export const noDrill: DrillPart = {
  state: 'none',
  conversations: [],
  rounds: 0,
  meanMs: null,
  firstMs: null,
  faults: 0,
  families: {},
  redLines: 0,
  left: 0,
  latest: [],
  injected: 0,
};

/** The drill's part of a tile at a drill time. `moodWord` hides the mood's number, which belongs to the answer key. */
export const drillPart = (
  facts: TileFacts,
  state: TileState,
  now: DrillMs,
  moodWord: (mood: number) => MoodWord,
): DrillPart => {
  const conversations = state.order.flatMap((key): TileConversation[] => {
    const conversation = state.conversations[key];
    if (conversation === undefined || (state.rush !== null && !conversation.hasCome)) return [];
    const { scenario, status, since, mood } = conversation;
    const waitMs = since === null || state.clock === 'ended' ? null : Math.max(0, now - since);
    const name = facts.names.get(scenario) ?? scenario;
    const backBy = state.clock === 'ended' || state.isHandingOver ? null : backByOf(conversation);
    return [
      { key, name, status, waitMs, mood: moodWord(mood), ...(backBy !== null && { backMs: Math.round(backBy - now) }) },
    ];
  });
  return {
    state: state.clock,
    conversations,
    rounds: state.rounds,
    meanMs: state.rounds === 0 ? null : Math.round(state.roundsMs / state.rounds),
    firstMs: state.firsts === 0 ? null : Math.round(state.firstsMs / state.firsts),
    faults: state.faults,
    families: { ...state.families },
    redLines: state.redLines,
    left: state.left,
    latest: state.latest.map(liveFault),
    injected: state.injected,
    ...(state.rush && { rush: rushPart(state, state.rush) }),
    ...(state.isHandingOver && { handingOver: true }),
  };
};

const rushPart = (
  { conversations, clock }: TileState,
  { capacity, dial, isOver }: NonNullable<TileState['rush']>,
): NonNullable<WallTile['rush']> => {
  const all = clock === 'ended' ? [] : Object.values(conversations);
  const isAtDesk = ({ status, farewell }: (typeof all)[number]): boolean =>
    (status === 'waiting' || status === 'active') && !farewell;
  return {
    capacity,
    dial,
    over: isOver,
    open: all.filter(isAtDesk).length,
    queue: all.filter((one) => one.isQueued).length,
  };
};
