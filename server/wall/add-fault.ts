import type { DrillMs } from '#engine/model/events.ts';
import { cutEvidence } from './evidence.ts';
import { type Evidence, LATEST, type TileFacts, type TileFault, type TileState } from './tile-state.ts';

/** A fault as the fold sees it; the rubric gives its title and family. */
export type FaultDraft = {
  id: string;
  at: DrillMs;
  code: string;
  conversation: string;
  message: string | null;
  evidence: Evidence;
};

/** Puts a fault on record. `offset`: wall time less drill time at that moment, in ms. */
export const addFault = (facts: TileFacts, state: TileState, draft: FaultDraft, wallOffsetMs: number): TileState => {
  const fault = tileFault(facts, draft, wallOffsetMs);
  return {
    ...state,
    faults: state.faults + 1,
    families: { ...state.families, [fault.family]: (state.families[fault.family] ?? 0) + 1 },
    redLines: state.redLines + (fault.redLine ? 1 : 0),
    latest: latestFirst([fault, ...state.latest]),
  };
};

/** Gives a fault another message and evidence, where it is still among the latest. */
export const updateFaultText = (
  state: TileState,
  id: string,
  text: Pick<TileFault, 'message' | 'evidence'>,
): TileState => ({
  ...state,
  latest: state.latest.map((fault) =>
    fault.id === id ? { ...fault, message: text.message, evidence: cutEvidence(text.evidence) } : fault,
  ),
});

const tileFault = (
  { rules }: TileFacts,
  { id, at, code, conversation, message, evidence }: FaultDraft,
  wallOffsetMs: number,
): TileFault => {
  const rule = rules.get(code);
  const isRedLine = code.startsWith('red-line:');
  return {
    id,
    at: at + wallOffsetMs,
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
};

const latestFirst = (faults: TileFault[]): TileFault[] =>
  faults.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, LATEST);
