import type { DrillMs } from '#engine/model/events.ts';
import { cutEvidence } from './evidence.ts';
import { type Evidence, LATEST, type TileFacts, type TileFault, type TileState } from './tile-state.ts';

/** A fault as the fold sees it; the rubric gives its title and family. */
export type SeenFault = {
  id: string;
  at: DrillMs;
  code: string;
  conversation: string;
  message: string | null;
  evidence: Evidence;
};

/** Puts a fault on record. `offset`: wall time less drill time at that moment, in ms. */
export function addFault(facts: TileFacts, state: TileState, seen: SeenFault, offset: number): TileState {
  const fault = tileFault(facts, seen, offset);
  return {
    ...state,
    faults: state.faults + 1,
    families: { ...state.families, [fault.family]: (state.families[fault.family] ?? 0) + 1 },
    redLines: state.redLines + (fault.redLine ? 1 : 0),
    latest: newest([fault, ...state.latest]),
  };
}

/** Gives a fault another message and evidence, where it is still among the latest. */
export const updateFaultText = (
  state: TileState,
  id: string,
  told: Pick<TileFault, 'message' | 'evidence'>,
): TileState => ({
  ...state,
  latest: state.latest.map((fault) =>
    fault.id === id ? { ...fault, message: told.message, evidence: cutEvidence(told.evidence) } : fault,
  ),
});

function tileFault(
  { rules }: TileFacts,
  { id, at, code, conversation, message, evidence }: SeenFault,
  offset: number,
): TileFault {
  const rule = rules.get(code);
  const isRedLine = code.startsWith('red-line:');
  return {
    id,
    at: at + offset,
    code,
    // An older rubric has no rule for this code: the tile still shows that something was wrong.
    family: rule?.family ?? (isRedLine ? 'manner' : 'operation'),
    grave: rule?.grave ?? isRedLine,
    redLine: isRedLine,
    title: rule?.title ?? code,
    evidence: cutEvidence(evidence),
    conversation,
    message,
  };
}

const newest = (faults: TileFault[]): TileFault[] =>
  faults.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, LATEST);
