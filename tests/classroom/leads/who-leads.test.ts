/** Whose reports come to whom, by roster and teams. */
import { expect, test } from 'vitest';
import { leadOfSeats, leadsIn, mayHaveLeads } from '#classroom/lead-seats/who-leads.ts';
import type { Team } from '#contract/terms/teams.ts';
import type { RunEntry } from '#storage/runs.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';

const seats = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, person: `p-${id}` }));
const team = (name: string, members: string): Team => ({
  name,
  members: [...members].map((id) => ({ person: `p-${id}`, leader: false, shift: null })),
});
const found = (leads: string, teams: readonly Team[] = []) =>
  [...leadOfSeats(seats, new Set(leads), teams)].map(([seat, lead]) => `${seat}→${lead}`).join(' ');

test('[J51] one lead has everybody else, two have them in turn, and nobody leads a lead', () => {
  expect(found('a')).toBe('b→a c→a d→a e→a f→a');
  expect(found('ad')).toBe('b→a c→d e→a f→d');
  expect(found('')).toBe('');
});

test('[J51] a team’s own lead has its members; a team without one, and who is in none, go to the leads in turn', () => {
  expect(found('ad', [team('燧步', 'abc'), team('谷炊', 'def')])).toBe('b→a c→a e→d f→d');
  expect(found('ad', [team('燧步', 'adb'), team('谷炊', 'ef')])).toBe('b→a c→a e→d f→a');
  expect(
    leadOfSeats(
      [
        { id: 'a', person: null },
        { id: 'b', person: null },
      ],
      new Set(['a']),
    ).get('b'),
  ).toBe('a');
});

test('[J51] the part is as it was given last', () => {
  const entry = (seat: string, leads: boolean): RunEntry => ({
    ...{ id: seat, run: 'r1', at: 0, by: 't', kind: 'lead', seat, body: { leads } },
  });
  expect([...leadsIn([entry('a', true), entry('b', true), entry('a', false)])]).toEqual(['b']);
});

test('[J51] only a lesson for all has leads', () => {
  expect(mayHaveLeads({ plan: lessonPlan })).toBe(true);
  expect(mayHaveLeads({ plan: { ...lessonPlan, mode: 'exam' } })).toBe(false);
  expect(mayHaveLeads({ plan: { ...lessonPlan, project: { roles: [], tasks: [] } } })).toBe(false);
});
