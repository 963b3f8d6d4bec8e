/** What the address of the new-run page asks for: a class, a template, or a drill of a term's calendar with its day. */
import { LEVELS, type RushLevel } from '#client/drill/model/rush-choices.ts';
import type { RushMenu } from '#contract/bodies.ts';
import { MAX_CASES, RUSH_MINUTES, type RunDraft, withRush } from './run-draft.ts';

export type RequestedRun = {
  classId: string | null;
  template: string | null;
  name: string;
  /** 2026-11-20; null: none. */
  day: string | null;
  cases: readonly string[];
  rush: { profile: string; level: RushLevel; minutes: number } | null;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_NAME = 40;
const EVENING = 'T20:00';
const MORNING = 'T08:00';
const USUAL_LEVEL: RushLevel = 1;
const USUAL_MINUTES = 10;

/** Anybody can write an address: what isn't of the right shape is passed over. */
export const requestedIn = (search: URLSearchParams): RequestedRun => {
  const profile = search.get('rush');
  const level = Number(search.get('level'));
  const minutes = Number(search.get('minutes'));
  const day = search.get('day') ?? '';
  return {
    ...{ classId: search.get('class'), template: search.get('template') },
    name: (search.get('name') ?? '').slice(0, LONGEST_NAME),
    day: DAY.test(day) ? day : null,
    cases: (search.get('cases') ?? '').split(',').filter(Boolean).slice(0, MAX_CASES),
    rush:
      profile === null
        ? null
        : {
            profile,
            level: LEVELS.find((one) => one === level) ?? USUAL_LEVEL,
            minutes: RUSH_MINUTES.includes(minutes) ? minutes : USUAL_MINUTES,
          },
  };
};

/** The name tells the day; a lesson is planned for its morning, and as homework it is open and due on that day. */
export const withRequest = (draft: RunDraft, requested: RequestedRun, menu: RushMenu | null): RunDraft => {
  const { name, day, cases, rush } = requested;
  const named: RunDraft = {
    ...draft,
    name: name === '' ? draft.name : [day === null ? '' : day.slice('2026-'.length), name].filter(Boolean).join(' '),
    scenarios: [...cases],
    starts: day === null ? draft.starts : `${day}${MORNING}`,
    homework: day === null ? draft.homework : { ...draft.homework, opens: `${day}${MORNING}`, due: `${day}${EVENING}` },
  };
  return rush === null || menu === null ? named : withRush({ ...named, scenarios: [] }, rush, menu);
};
