import { expect, it, vi } from 'vitest';
import { bringIntoView } from '#client/lib/reveal.ts';

it('[M99] scrolls once more when what closed in the same step has gone', () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  const element = document.createElement('p');
  element.tabIndex = -1;
  document.body.append(element);
  const scrolls: unknown[] = [];
  element.scrollIntoView = (to) => void scrolls.push(to);
  bringIntoView(element);
  expect(document.activeElement).toBe(element);
  expect(scrolls).toHaveLength(1);
  while (frames.length > 0) frames.shift()?.(0);
  expect(scrolls).toEqual([{ block: 'center' }, { block: 'center' }]);
  vi.unstubAllGlobals();
  element.remove();
});
