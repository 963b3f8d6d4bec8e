// @vitest-environment happy-dom
/** What a device keeps of unsent words: whatever stands in its storage, and for how many drills. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  draftOf,
  flushDrafts,
  onReturnedToDraft,
  openDrafts,
  saveDraft,
  takeStored,
} from '#client/features/desk/model/drill-drafts.ts';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  openDrafts('none');
  vi.useRealTimers();
});

const OUTGOING = {
  ...{ commandId: 'k1', conversation: 'c1', text: '在的', made: { how: 'typed', quickReply: null }, anatomy: null },
  ...{ seenSaid: 0, state: 'queued' },
};
const KEPT = JSON.stringify(OUTGOING);

it.each([
  ['null', '', []],
  ['{', '', []],
  ['[]', '', []],
  ['{"drafts":null,"outbox":[]}', '', []],
  ['{"drafts":["在"],"outbox":{}}', '', []],
  ['{"drafts":{"c1":5,"c2":"稍等"},"outbox":[]}', '', []],
  [`{"drafts":{"c1":"写到一半"},"outbox":null}`, '写到一半', []],
  [`{"drafts":null,"outbox":[null,1,{"text":"在"},{"made":null},${KEPT}]}`, '', [OUTGOING]],
])('[O33] of what stands in the storage, %s, what can be read is read, and one writes on', (stored, draft, outbox) => {
  localStorage.setItem('kefu.drill.d1', stored);
  expect(openDrafts('d1')).toEqual(outbox);
  expect(draftOf('c1')).toBe(draft);
  saveDraft('c1', '您好');
  flushDrafts();
  expect(openDrafts('d1')).toEqual(outbox);
  expect(draftOf('c1')).toBe('您好');
});

it('[O33] twenty drills beside the open one are kept, and those stored longest ago are dropped, whatever their names', () => {
  const drafted = (id: string) => {
    openDrafts(id);
    saveDraft('c1', id);
    flushDrafts();
    vi.advanceTimersByTime(1000);
  };
  // Of a version that stored no time: older than all others.
  localStorage.setItem('kefu.drill.m', '{"drafts":{"c1":"旧"},"outbox":[]}');
  const ids = Array.from({ length: 20 }, (_, index) => `${index % 2 === 0 ? 'z' : 'a'}${index}`);
  for (const id of ids) drafted(id);
  // Written on later, and so no longer the oldest.
  drafted('z0');
  openDrafts('open');
  const kept = () => ids.filter((id) => localStorage.getItem(`kefu.drill.${id}`) !== null);
  expect(kept()).toEqual(ids);
  expect(localStorage.getItem('kefu.drill.m')).toBeNull();
  drafted('open');
  openDrafts('other');
  expect(kept()).toEqual(ids.filter((id) => id !== 'a1'));
  openDrafts('z0');
  expect(draftOf('c1')).toBe('z0');
});

it('[X46] what another tab wrote into the drill is shown here where this one holds no words of its own, which stay', () => {
  openDrafts('d1');
  saveDraft('c1', '这边');
  flushDrafts();
  const told: string[] = [];
  const stop = onReturnedToDraft((conversation) => told.push(conversation));
  localStorage.setItem('kefu.drill.d1', JSON.stringify({ drafts: { c1: '那边', c2: '稍等' }, outbox: [] }));
  takeStored({ key: 'kefu.drill.d2' });
  expect(told).toEqual([]);
  takeStored({ key: 'kefu.drill.d1' });
  expect(told).toEqual(['c2']);
  expect([draftOf('c1'), draftOf('c2')]).toEqual(['这边', '稍等']);
  saveDraft('c1', '又是这边');
  // What is being typed here is newer than what was stored.
  takeStored({ key: 'kefu.drill.d1' });
  flushDrafts();
  stop();
  openDrafts('d1');
  expect([draftOf('c1'), draftOf('c2')]).toEqual(['又是这边', '稍等']);
});
