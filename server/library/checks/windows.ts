/** Windows (RULES V2): who opens them, what they listen for, when too early exists. */
import { beatsOf, type CaseCheck } from '#library/view/case-view.ts';
import { edgesOf } from '#library/view/story-graph.ts';

const TAKEN_BY_POINTS: ReadonlySet<string> = new Set(['recognise-regular', 'confirm-order']);

export const checkWindows: CaseCheck = function* ({ authored }) {
  const edges = edgesOf(authored);
  for (const { beat, path } of beatsOf(authored)) {
    const window = beat.window ?? beat.quiet?.window;
    const at = beat.window ? [...path, 'window'] : [...path, 'quiet', 'window'];
    if (!window) continue;
    const after = edges.filter(({ from }) => from === beat.id).map(({ to }) => authored.endings[to]?.outcome);
    const opensItself =
      window.kind === 'return' ||
      (window.kind === 'goodbye' &&
        after.some((outcome) => outcome !== undefined && outcome !== 'lost' && outcome !== 'escalated'));
    if (opensItself)
      yield {
        code: 'goodbye-twice',
        path: [...at, 'kind'],
        message: `${window.kind} 在结局（或稍等）后自己会开：去掉这个时机，then 直接到结局`,
      };
    if (beat.says !== undefined && window.from !== undefined)
      yield {
        code: 'window-line-with-from',
        path: [...at, 'from'],
        message: '客户刚说了话就该回，没有“太早”：去掉 from，或去掉 says',
      };
    if (TAKEN_BY_POINTS.has(window.kind) && window.points === undefined)
      yield {
        code: 'window-without-points',
        path: [...at, 'kind'],
        message: '写 points：说中其中一个才算接住',
      };
    if (window.model === undefined)
      yield {
        code: 'window-without-model',
        path: [...at, 'kind'],
        message: '写 model：这时候能照着说的一句话，只说客户讲过的、已经查到的',
      };
  }
};
