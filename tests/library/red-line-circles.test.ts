import { describe, expect, it } from 'vitest';
import { checkRedLineCircles } from '#library/checks/red-line-circles.ts';
import type { CaseView } from '#library/view/case-view.ts';

type Told = Record<string, { reply: string; then?: string } | string> | { reply: string; then: string };
type Some = { id: string; asks?: unknown[]; reacts?: { 'red-line': Told }; then?: string };

const talk = (id: string, redLine?: Told): Some => ({
  id,
  asks: [{ id: `q-${id}`, question: '哪天发', points: [] }],
  ...(redLine && { reacts: { 'red-line': redLine } }),
  then: 'gone',
});
/** Paths and messages of the circles in a case of these beats. */
const circles = (beats: Some[], ofCase: Told = {}): [string, string][] => {
  const authored = { beats, endings: { gone: {} }, reacts: { 'red-line': ofCase } } as unknown as CaseView['authored'];
  return [...checkRedLineCircles({ authored, shop: null, actions: new Map(), exemplars: new Map() })].map(
    ({ path, message }) => [path.join('.'), message],
  );
};
const TO_SHOT = { threat: { reply: '吓唬谁', then: 'shot' } };

describe('the reaction to a red line', () => {
  it('is reported once, where it is written, when it leads to a beat that has no own answer to that red line', () => {
    const found = circles([talk('when'), talk('where'), talk('shot')], TO_SHOT);
    expect(found.map(([path]) => path)).toEqual(['reacts.red-line.threat']);
    expect(found[0]?.[1]).toContain('shot → shot');
  });

  it('is fine when the beat has an own answer that leads nowhere or to an ending', () => {
    expect(circles([talk('when'), talk('shot', { threat: '还来' })], TO_SHOT)).toEqual([]);
    expect(circles([talk('when'), talk('shot', { threat: { reply: '还来', then: 'gone' } })], TO_SHOT)).toEqual([]);
    expect(circles([talk('when')], { threat: { reply: '吓唬谁', then: 'gone' } })).toEqual([]);
  });

  it('is reported though that beat answers another red line', () => {
    expect(circles([talk('when'), talk('shot', { insult: '还骂' })], TO_SHOT)).toHaveLength(1);
  });

  it('is reported when it goes round through two beats, or through a beat that says nothing', () => {
    const back = { threat: { reply: '还来', then: 'when' } };
    expect(circles([talk('when'), talk('shot', back)], TO_SHOT)[0]?.[1]).toContain('when → shot → when');
    expect(circles([talk('when'), { id: 'shot', then: 'when' }], TO_SHOT)[0]?.[1]).toContain('when → when');
  });

  it('is reported when it is written for every red line', () => {
    const found = circles([talk('when'), talk('shot')], { reply: '截图了', then: 'shot' });
    expect(found.map(([path]) => path)).toEqual(['reacts.red-line']);
  });
});
