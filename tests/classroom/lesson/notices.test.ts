import { expect, test } from 'vitest';
import { noticesFor } from '#classroom/lesson/notices.ts';
import type { RunEntry, RunEntryKind } from '#storage/runs.ts';

const entry = (at: number, kind: RunEntryKind, body: RunEntry['body'], seat: string | null = null): RunEntry => ({
  id: `e${at}`,
  run: 'r1',
  at,
  by: 'p1',
  kind,
  seat,
  body,
});
const texts = (log: RunEntry[]): string[] => noticesFor('s1', log).map(({ text }) => text);

const said = [
  entry(1, 'stage', { stage: 'drill' }),
  entry(2, 'say', { text: '给大家' }),
  entry(3, 'say', { text: '给你' }, 's1'),
  entry(4, 'say', { text: '给别人' }, 's2'),
];

test('a seat sees the notices for itself and for all, and nobody else’s', () => {
  expect(texts(said)).toEqual(['给大家', '给你']);
});

test('notices from the drill no longer show in the replay task', () => {
  expect(texts([...said, entry(5, 'stage', { stage: 'debrief' })])).toEqual(['给大家', '给你']);
  expect(texts([...said, entry(5, 'stage', { stage: 'redo' }), entry(6, 'say', { text: '看清再答' })])).toEqual([
    '看清再答',
  ]);
});
