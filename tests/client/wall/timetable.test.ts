import { describe, expect, it } from 'vitest';
import {
  fitOf,
  lessonBeganAt,
  mayEnter,
  nextStage,
  pageOf,
  stageTimes,
} from '#client/features/wall/model/run-timetable.ts';
import { body, NOW, STAGES } from './class.tsx';

const MINUTE = 60_000;
const min = (n: number): number => NOW + n * MINUTE;

describe('whether the lesson still fits', () => {
  it('on time: says how many minutes are left and how many are spare', () => {
    const run = body({ stage: 'join', log: [{ stage: 'join', at: NOW }] });
    expect(fitOf(run, NOW, null)).toEqual({ kind: 'spare', leftMin: 45, spareMin: 5 });
  });

  it('after a long gathering: the spare minutes shrink, then the debrief is shortened', () => {
    const run = (late: number) =>
      body({
        stage: 'card',
        log: [
          { stage: 'join', at: NOW },
          { stage: 'card', at: min(3 + late) },
        ],
      });
    expect(fitOf(run(3), min(6), null)).toEqual({ kind: 'spare', leftMin: 39, spareMin: 2 });
    expect(fitOf(run(8), min(11), null)).toEqual({ kind: 'over', overMin: 3, cut: { stage: 'debrief', toMin: 7 } });
    expect(fitOf(run(14), min(17), null)).toEqual({ kind: 'over', overMin: 9, cut: { skip: 'redo' } });
  });

  it('counts the drill by its own bell, with the minutes that were added', () => {
    const run = body({ clock: { elapsedMs: 3 * MINUTE, totalMs: 15 * MINUTE, running: true } });
    // Begun 8 minutes ago: 37 left; 12 of the drill, 10, 10 and 3.
    expect(fitOf(run, NOW, null)).toEqual({ kind: 'spare', leftMin: 37, spareMin: 2 });
  });

  it('says past the end by how much, and says nothing without a timetable', () => {
    expect(fitOf(body(), min(40), null)).toEqual({ kind: 'past', overMin: 3 });
    expect(fitOf(body({ plan: { ...body().plan, stages: [] } }), NOW, null)).toBeNull();
  });

  it('counts a run prepared long before from its planned gathering, or from the time the teacher gives', () => {
    const run = body({
      log: [
        { stage: 'join', at: min(-600) },
        { stage: 'card', at: min(-5) },
      ],
    });
    expect(lessonBeganAt(run, NOW, null)).toBe(min(-8));
    expect(lessonBeganAt(run, NOW, min(-1))).toBe(min(-1));
  });
});

describe('stages', () => {
  it('count both visits to a stage', () => {
    const run = body({
      stage: 'debrief',
      log: [
        { stage: 'join', at: NOW },
        { stage: 'drill', at: min(1) },
        { stage: 'debrief', at: min(2) },
        { stage: 'redo', at: min(5) },
        { stage: 'debrief', at: min(6) },
      ],
    });
    const times = stageTimes(run, min(7), NOW);
    expect(times.map((stageTime) => [stageTime.stage, stageTime.state, stageTime.elapsedMs / MINUTE])).toEqual([
      ['join', 'done', 1],
      ['card', 'done', 0],
      ['drill', 'done', 1],
      ['debrief', 'now', 4],
      ['redo', 'done', 1],
      ['close', 'todo', 0],
    ]);
  });

  it('go on in order, and leave out one that isn’t in the timetable', () => {
    expect(nextStage(body().plan, 'join')).toBe('card');
    expect(nextStage({ ...body().plan, stages: STAGES.filter((stage) => stage.kind !== 'card') }, 'join')).toBe(
      'drill',
    );
    expect(nextStage(body().plan, 'close')).toBeNull();
  });

  it('include the drill only once; before and after it the teacher may go to and fro', () => {
    expect(mayEnter('card', 'join')).toBe(true);
    expect(mayEnter('redo', 'debrief')).toBe(true);
    expect(mayEnter('debrief', 'drill')).toBe(false);
    expect(mayEnter('drill', 'redo')).toBe(false);
    expect(['join', 'card', 'drill', 'redo', 'close'].map((stage) => pageOf(stage as 'join'))).toEqual([
      'lobby',
      'card',
      'wall',
      'redo',
      'closing',
    ]);
  });
});
