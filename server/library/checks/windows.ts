/** Windows (RULES V2): who opens them, what replies they wait for, and when a reply can be too early. */
import { say } from '#i18n/say.ts';
import { beatsOf, type CaseCheck } from '#library/view/case-view.ts';
import { edgesOf } from '#library/view/story-graph.ts';

const TAKEN_BY_POINTS: ReadonlySet<string> = new Set(['recognise-regular', 'confirm-order']);

export const checkWindows: CaseCheck = function* ({ authored }) {
  const edges = edgesOf(authored);
  for (const { beat, path } of beatsOf(authored)) {
    const window = beat.window ?? beat.quiet?.window;
    const windowPath = beat.window ? [...path, 'window'] : [...path, 'quiet', 'window'];
    if (!window) continue;
    const outcomesAfter = edges.filter(({ from }) => from === beat.id).map(({ to }) => authored.endings[to]?.outcome);
    const opensItself =
      window.kind === 'return' ||
      (window.kind === 'goodbye' &&
        outcomesAfter.some((outcome) => outcome !== undefined && outcome !== 'lost' && outcome !== 'escalated'));
    if (opensItself)
      yield {
        code: 'goodbye-twice',
        path: [...windowPath, 'kind'],
        message: say('checker:window.itself', { kind: window.kind }),
      };
    if (beat.says !== undefined && window.from !== undefined)
      yield {
        code: 'window-line-with-from',
        path: [...windowPath, 'from'],
        message: say('checker:window.from'),
      };
    if (TAKEN_BY_POINTS.has(window.kind) && window.points === undefined)
      yield {
        code: 'window-without-points',
        path: [...windowPath, 'kind'],
        message: say('checker:window.points'),
      };
    if (window.model === undefined)
      yield {
        code: 'window-without-model',
        path: [...windowPath, 'kind'],
        message: say('checker:window.model'),
      };
  }
};
