/** Reports, retries and the Word file of drills in which something was taken back. */
import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { drive, end, say, tick, withdraw } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';

const content = { ...shoes, rubric };
const play = (...commands: Parameters<typeof drive>[1]): readonly DrillEvent[] => drive(content, commands).log;
const linesBy = (log: readonly DrillEvent[], ...by: string[]) =>
  makeReport(content, log).transcript.filter((line) => by.includes(line.by));
/** An event's line has its place in the log for an id. */
const unplaced = (lines: ReturnType<typeof linesBy>) =>
  lines.map((line) => (line.by === 'event' ? { ...line, id: '' } : line));
/** The log as if these words had never been sent. */
const without = (log: readonly DrillEvent[], id: string): DrillEvent[] =>
  log.filter((event) => !(event.kind === 'trainee-said' && event.id === id) && event.kind !== 'message-withdrawn');

describe('the report of a drill with words taken back', () => {
  const rest = [say(20_000, SAID.size), tick(40_000), say(41_000, SAID.ship), tick(60_000), end(70_000)] as const;

  it.each([
    ['an insult', SAID.insult],
    ['the answer itself', SAID.size],
    ['a greeting', SAID.here],
  ])('[E21] is that of a drill without them, but for the transcript: %s', (_name, words) => {
    const log = play(say(10_000, words), withdraw(12_000, 'c1-m10000'), ...rest);
    const { transcript, ...report } = makeReport(content, log);
    const { transcript: plain, ...others } = makeReport(content, without(log, 'c1-m10000'));
    expect(report).toEqual(others);
    expect(unplaced(transcript.filter(({ by }) => by !== 'withdrawn'))).toEqual(unplaced(plain));
  });
  it('[E21] counts the first response from the words that were read', () => {
    const firstS = (log: readonly DrillEvent[]) => makeReport(content, log).conversations[0]?.rounds[0]?.seconds;
    const log = play(say(10_000, SAID.here), withdraw(12_000, 'c1-m10000'), ...rest);
    expect(firstS(log)).toBe(firstS(play(...rest)));
  });
  it('[E23] shows the words where they were said, struck through, with no finding', () => {
    const log = play(say(10_000, SAID.insult), withdraw(12_000, 'c1-m10000'), ...rest);
    expect(linesBy(log, 'trainee', 'withdrawn').slice(0, 2)).toMatchObject([
      { by: 'withdrawn', isWithdrawn: true, text: SAID.insult, at: 10_000, findings: [] },
      { by: 'trainee', text: SAID.size },
    ]);
  });
  it('[E22] is as it was where they had been read, but that they are struck through', () => {
    const heard = [say(10_000, SAID.insult), tick(19_000)] as const;
    const kept = makeReport(content, play(...heard, ...rest));
    const { transcript, ...report } = makeReport(content, play(...heard, withdraw(19_500, 'c1-m10000'), ...rest));
    const { transcript: plain, ...others } = kept;
    expect(report.findings.map(({ code }) => code)).toContain('red-line:insult');
    expect(report).toEqual(others);
    expect(unplaced(transcript)).toEqual(
      unplaced(plain.map((line) => (line.id === 'c1-m10000' ? { ...line, isWithdrawn: true } : line))),
    );
  });
});
