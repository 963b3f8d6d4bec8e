/** Findings of a log, read as the tests need them. */
import { expect } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from './log.ts';
import { content } from './shoe-shop.ts';

export const all = (events: readonly DrillEvent[], of: ContentData = content) => makeReport(of, events).findings;

/** The only finding with this code. */
export const one = (events: readonly DrillEvent[], code: string, of: ContentData = content) => {
  expect(all(events, of).map((f) => f.code)).toContain(code);
  const found = all(events, of).filter((f) => f.code === code);
  expect(found).toHaveLength(1);
  const [first] = found;
  if (!first) throw new Error(`no ${code}`);
  return first;
};

/** Codes of the faults, in order. */
export const codes = (events: readonly DrillEvent[], of: ContentData = content): string[] =>
  all(events, of)
    .map((f) => f.code)
    .filter((c) => !c.startsWith('merit:'));

/** One customer, who asks for a size at 0 s. */
export const asked = (): Log => new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
