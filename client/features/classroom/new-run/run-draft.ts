/** The new-run form's values: a plan that may still be wrong, kept over a reload. */
import type { Plan, Stage, Template } from '#contract/runs.ts';

export type TimedStage = Exclude<Stage, 'drill'>;
export const TIMED_STAGES: readonly TimedStage[] = ['join', 'card', 'debrief', 'redo', 'close'];
/** As a lesson goes; the drill's minutes are the plan's own. */
export const LESSON_STAGES: readonly Stage[] = ['join', 'card', 'drill', 'debrief', 'redo', 'close'];

export const MAX_CASES = 3;
export const MAX_INCIDENTS = 6;

export type RunDraft = Omit<Plan, 'stages'> & {
  /** The teacher and the address the draft was begun at: an address with another class or template begins a new draft. */
  from: string;
  /** Empty: none picked. */
  template: string;
  name: string;
  classId: string | null;
  /** Whether there is a timetable. */
  timed: boolean;
  /** Minutes of the period. */
  period: number;
  stages: Record<TimedStage, number>;
};

const PERIOD_MINUTES = 45;
const STAGE_MINUTES: Record<TimedStage, number> = { join: 3, card: 2, debrief: 10, redo: 10, close: 3 };

/** The values before a template is picked. */
export const initialDraft = (name: string, draftKey: string): RunDraft => ({
  from: draftKey,
  template: '',
  name,
  classId: null,
  scenarios: [],
  mode: 'lesson',
  arrivals: 'spaced',
  pace: 20,
  minutes: 12,
  seed: 'same',
  attempts: 1,
  results: 'at-once',
  incidents: [],
  timed: true,
  period: PERIOD_MINUTES,
  stages: STAGE_MINUTES,
});

/** Fills in everything the template sets; name and class stay as they are. */
export function withTemplate(draft: RunDraft, { id, plan }: Template): RunDraft {
  const { stages: timetable, ...rest } = plan;
  if (timetable.length === 0) return { ...draft, ...rest, template: id, timed: false };
  const minutesOf = (kind: TimedStage): number => timetable.find((stage) => stage.kind === kind)?.minutes ?? 0;
  return {
    ...draft,
    ...rest,
    template: id,
    timed: true,
    period: timetable.reduce((sum, stage) => sum + stage.minutes, 0),
    stages: {
      join: minutesOf('join'),
      card: minutesOf('card'),
      debrief: minutesOf('debrief'),
      redo: minutesOf('redo'),
      close: minutesOf('close'),
    },
  };
}

/** Minutes of the period that the timetable leaves free; negative when it is longer than the period. */
export const spareMinutes = ({ period, stages, minutes }: RunDraft): number =>
  period - minutes - TIMED_STAGES.reduce((sum, kind) => sum + stages[kind], 0);

export function planOfDraft(draft: RunDraft): Plan {
  const { scenarios, mode, arrivals, pace, minutes, seed, attempts, results, incidents, stages } = draft;
  const spare = spareMinutes(draft);
  const timetable = LESSON_STAGES.map((kind) => ({ kind, minutes: kind === 'drill' ? minutes : stages[kind] }));
  return {
    scenarios,
    mode,
    arrivals,
    pace,
    minutes,
    seed,
    attempts,
    results,
    incidents,
    stages: draft.timed
      ? [
          ...timetable.filter((stage) => stage.minutes > 0),
          ...(spare > 0 ? [{ kind: 'spare' as const, minutes: spare }] : []),
        ]
      : [],
  };
}

export type DraftFault = 'name' | 'scenarios' | 'minutes' | 'pace' | 'attempts';

/** The fields that can't be sent as they are, in the form's order. */
export const draftFaults = ({ name, scenarios, minutes, pace, attempts }: RunDraft): DraftFault[] => [
  ...(name.trim() === '' ? (['name'] as const) : []),
  ...(scenarios.length < 1 || scenarios.length > MAX_CASES ? (['scenarios'] as const) : []),
  ...(minutes < 2 || minutes > 120 ? (['minutes'] as const) : []),
  ...(pace < 1 || pace > 60 ? (['pace'] as const) : []),
  ...(attempts < 1 || attempts > 3 ? (['attempts'] as const) : []),
];

const STORAGE_KEY = 'kefu.new-run';

/** The draft begun at this address, or null. A browser may refuse its storage: then there is none. */
export const storedDraft = (draftKey: string): RunDraft | null => {
  try {
    const storedValue: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null');
    // Only this file writes drafts, so one check is enough: a draft of an older version lacks the newest field.
    const draft = storedValue as RunDraft | null;
    return draft?.from === draftKey && draft.stages !== undefined ? draft : null;
  } catch {
    return null;
  }
};

export const storeDraft = (draft: RunDraft | null): void => {
  try {
    if (draft === null) sessionStorage.removeItem(STORAGE_KEY);
    else sessionStorage.setItem(STORAGE_KEY, JSON.stringify(draft));
  } catch {
    // Not kept over a reload, still on the page.
  }
};
