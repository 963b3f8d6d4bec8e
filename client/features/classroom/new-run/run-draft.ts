/** The new-run form's values: a plan that may still be wrong, kept over a reload. */
import { openingOf, type RushLevel, usualChoice } from '#client/drill/model/rush-choices.ts';
import { fromChinaInput } from '#client/lib/due-words.ts';
import type { RushMenu } from '#contract/bodies.ts';
import type { Plan, Stage, Template } from '#contract/runs.ts';
import {
  type HomeworkDraft,
  type HomeworkFault,
  homeworkFaults,
  homeworkOf,
  initialHomework,
} from './homework-draft.ts';

export type TimedStage = Exclude<Stage, 'drill'>;
export const TIMED_STAGES: readonly TimedStage[] = ['join', 'card', 'debrief', 'redo', 'close'];
/** As a lesson goes; the drill's minutes are the plan's own. */
export const LESSON_STAGES: readonly Stage[] = ['join', 'card', 'drill', 'debrief', 'redo', 'close'];

export const MAX_CASES = 3;
export const MAX_INCIDENTS = 6;

/** The customers of a rush as the form has them. `capacity` null: the dial. */
export type RushDraft = {
  profile: string;
  level: RushLevel;
  minutes: number;
  capacity: number | null;
  greeting: string;
};

export type RunDraft = Omit<Plan, 'stages' | 'rush' | 'homework' | 'startsAt' | 'ownShops'> & {
  /** Whether each team plays its own shop's cases, where it may; absent in drafts of an older version. */
  ownShops?: boolean;
  /** A lesson's planned day and hour as its field has them; empty: none. */
  starts: string;
  /** Which of the two is sent; what the other one alone has is kept. */
  kind: 'lesson' | 'homework';
  homework: HomeworkDraft;
  /** Which of the two is sent; the other's choices are kept. */
  customers: 'cases' | 'rush';
  /** The shop whose cases are offered, or to which a rush comes; empty: any. */
  shop: string;
  rush: RushDraft;
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

export const RUSH_MINUTES: readonly number[] = [5, 8, 10, 12, 15];
const USUAL_RUSH: RushDraft = { profile: '', level: 1, minutes: 10, capacity: null, greeting: '' };
/** In an exam all are given the same, so a number must stand where the dial was. */
const EXAM_CAPACITY = 3;

/** The values before a template is picked. */
export const initialDraft = (name: string, draftKey: string): RunDraft => ({
  from: draftKey,
  starts: '',
  kind: 'lesson',
  homework: initialHomework(Date.now()),
  template: '',
  name,
  classId: null,
  customers: 'cases',
  shop: '',
  scenarios: [],
  rush: USUAL_RUSH,
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
export const withTemplate = (draft: RunDraft, { id, plan }: Template): RunDraft => {
  // A template is of lessons: dates of its homework, or a lesson's day, would have passed.
  const { stages: timetable, rush, homework: _, startsAt: __, ownShops = false, ...rest } = plan;
  const planned: RunDraft = { ...draft, ...rest, ownShops, ...customersOfPlan(draft, rush), template: id };
  if (timetable.length === 0) return { ...planned, timed: false };
  const minutesOf = (kind: TimedStage): number => timetable.find((stage) => stage.kind === kind)?.minutes ?? 0;
  return {
    ...planned,
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
};

/** A plan's cases may be of any shop, so the list isn't narrowed to one. */
const customersOfPlan = (draft: RunDraft, rush: Plan['rush']): Pick<RunDraft, 'customers' | 'shop' | 'rush'> => {
  if (rush === undefined) return { customers: 'cases', shop: '', rush: draft.rush };
  const { profile, level, minutes, shop, capacity = null, greeting = '' } = rush;
  return { customers: 'rush', shop, rush: { profile, level, minutes, capacity, greeting } };
};

/** The draft as a rush or not. A rush has one shop and the minutes to come to an end in; in an exam it has a fixed number. */
export const withRush = (draft: RunDraft, change: Partial<RushDraft>, menu: RushMenu): RunDraft => {
  const rush = { ...draft.rush, ...change };
  const shop = menu.shops.some((one) => one.shop === draft.shop) ? draft.shop : (menu.shops[0]?.shop ?? '');
  const profile = menu.profiles.some(({ id }) => id === rush.profile) ? rush.profile : usualChoice(menu).profile;
  const lengthened = draft.customers !== 'rush' || rush.minutes !== draft.rush.minutes;
  return forMode({
    ...draft,
    ...{ customers: 'rush', shop, rush: { ...rush, profile } },
    minutes: lengthened ? rush.minutes + menu.closingMinutes : draft.minutes,
  });
};

/** What the mode doesn't allow is put right. */
export const forMode = (draft: RunDraft): RunDraft =>
  draft.mode === 'exam' && draft.rush.capacity === null
    ? { ...draft, rush: { ...draft.rush, capacity: EXAM_CAPACITY } }
    : draft;

/** Minutes of the period that the timetable leaves free; negative when it is longer than the period. */
export const spareMinutes = ({ period, stages, minutes }: RunDraft): number =>
  period - minutes - TIMED_STAGES.reduce((sum, kind) => sum + stages[kind], 0);

export const planOfDraft = (draft: RunDraft): Plan => {
  const { scenarios, mode, arrivals, pace, minutes, seed, attempts, results, incidents, stages } = draft;
  const spare = spareMinutes(draft);
  const timetable = LESSON_STAGES.map((kind) => ({ kind, minutes: kind === 'drill' ? minutes : stages[kind] }));
  const isRush = draft.customers === 'rush';
  const isHomework = draft.kind === 'homework';
  const isPlayed = draft.rolePlay === true && mayHaveRolePlay(draft);
  const startsAt = isHomework ? null : fromChinaInput(draft.starts);
  return {
    scenarios: isRush ? [] : scenarios,
    ...(isRush && { rush: rushOfDraft(draft) }),
    mode,
    arrivals,
    pace,
    minutes,
    seed,
    attempts: isHomework ? 1 : attempts,
    results,
    incidents: isHomework || isPlayed ? [] : incidents,
    ...(isHomework && { homework: homeworkOf(draft.homework) }),
    ...(startsAt !== null && { startsAt }),
    ...(draft.ownShops === true &&
      !isPlayed &&
      draft.classId !== null &&
      !isRush &&
      mode !== 'exam' && { ownShops: true as const }),
    ...(draft.transfers === true && mayHaveTransfers(draft) && !isPlayed && { transfers: true as const }),
    ...(isPlayed && { rolePlay: true as const }),
    stages:
      draft.timed && !isHomework
        ? [
            ...timetable.filter((stage) => stage.minutes > 0),
            ...(spare > 0 ? [{ kind: 'spare' as const, minutes: spare }] : []),
          ]
        : [],
  };
};

/** Classmates play its customers, one case for all (RULES J105). */
export const mayHaveRolePlay = (draft: RunDraft): boolean => offersTransfers(draft) && draft.scenarios.length === 1;

/** A lesson with cases, no exam: its trainees may give each other customers, or play them. */
export const offersTransfers = ({ kind, customers, mode }: RunDraft): boolean =>
  kind === 'lesson' && customers === 'cases' && mode !== 'exam';
/** Where each has customers of its own, a classmate lacks the case. */
const mayHaveTransfers = (draft: RunDraft): boolean => offersTransfers(draft) && draft.seed !== 'own';

const rushOfDraft = ({ shop, rush: { minutes, ...choice } }: RunDraft): NonNullable<Plan['rush']> => ({
  ...openingOf({ ...choice, shop }),
  ...{ minutes, shop },
});

export type DraftFault = 'name' | 'scenarios' | 'minutes' | 'pastBell' | 'pace' | 'attempts' | HomeworkFault;

/** The fields that can't be sent as they are, in the form's order. */
export const draftFaults = (draft: RunDraft): DraftFault[] => {
  const { kind, name, customers, scenarios, rush, minutes, pace, attempts } = draft;
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(kind === 'homework' ? homeworkFaults(draft.homework, Date.now()) : []),
    ...(customers === 'cases' && (scenarios.length < 1 || scenarios.length > MAX_CASES)
      ? (['scenarios'] as const)
      : []),
    ...(minutes < 2 || minutes > 120 ? (['minutes'] as const) : []),
    // The bell would ring while customers still come.
    ...(customers === 'rush' && minutes < rush.minutes ? (['pastBell'] as const) : []),
    ...(pace < 1 || pace > 60 ? (['pace'] as const) : []),
    ...(attempts < 1 || attempts > 3 ? (['attempts'] as const) : []),
  ];
};

const STORAGE_KEY = 'kefu.new-run';

/** The draft begun at this address, or null. A browser may refuse its storage: then there is none. */
export const storedDraft = (draftKey: string): RunDraft | null => {
  try {
    const storedValue: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null');
    // Only this file writes drafts, so one check is enough: a draft of an older version lacks the newest field.
    const draft = storedValue as RunDraft | null;
    return draft?.from === draftKey && draft.starts !== undefined ? draft : null;
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
