/** Windows (RULES V2): who opens them, what replies they wait for, and when a reply can be too early. */
import { say } from '#i18n/say.ts';
import { beatsOf, type CaseCheck } from '#library/view/case-view.ts';
import { edgesOf } from '#library/view/story-graph.ts';

const TAKEN_BY_POINTS: ReadonlySet<string> = new Set(['recognise-regular', 'confirm-order']);

/** 退多少, 几点回我, 再说一遍: what asks for something that may have been told. */
const ASKS_PLAINLY = /几(?!乎|回)|多少|哪|谁|什么|啥|咋|怎么|好久|来着|[说讲报念捋打]一?[遍道回]|重述/;
/** 再, 来着: what is asked only of somebody who has told it before. */
const ONCE_MORE = /再|来着|刚|忘|又/;

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
    if (window.kind === 'confirm-order' && beat.says !== undefined && ASKS_PLAINLY.test(beat.says))
      yield { code: 'recap-in-line', path: [...path, 'says'], message: say('checker:window.asks-plainly') };
    for (const [index, { point, ask }] of (window.recap ?? []).entries()) {
      const at = [...windowPath, 'recap', index];
      if (!(window.points ?? []).includes(point))
        yield {
          code: 'recap-point-unawaited',
          path: [...at, 'point'],
          message: say('checker:window.recap-point', { point }),
        };
      if (ONCE_MORE.test(ask))
        yield { code: 'recap-once-more', path: [...at, 'ask'], message: say('checker:window.once-more') };
    }
    if (window.model === undefined)
      yield {
        code: 'window-without-model',
        path: [...windowPath, 'kind'],
        message: say('checker:window.model'),
      };
  }
};
