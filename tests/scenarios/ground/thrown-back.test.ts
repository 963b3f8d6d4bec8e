/** A customer who minds that nothing definite was said quotes only hedges that the trainee has used (RULES T43). */
import { describe, expect, test } from 'vitest';
import type { Burst, Reactions } from '#engine/model/content.ts';
import { quotesOnlySaidHedges } from '#engine/state/true-lines.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const vagueOf = ({ slots }: Reactions): readonly Burst[] => slots.vague?.bursts ?? [];
const shops = [...library.shops.keys()];
const shortCases = shops.flatMap((shop) => {
  const round = [...library.short.keys()].filter((id) => id.endsWith(`-${shop}`));
  return contentFor(library, round, { deck: 'somebody', card: 1 }).data.scenarios;
});
const bursts = [...library.scenarios.values(), ...shortCases].flatMap(({ reacts, beats }) =>
  [reacts, ...beats.map((beat) => beat.reacts)].flatMap(vagueOf),
);
const nothingSaid = { said: [] };
const saying = (text: string) => ({ said: [{ id: 'm', at: 0, text }] });

/** 会处理是怎么处理, 又是尽快: what stands before 是 is somebody's word, unless it asks by itself. */
const THROWS_BACK = /^(?:又是|你说的)?([^\s，]{2,5}?)是(?:什么|哪|几|多|怎么|谁|还)|^又是(?!这|那)(.+)/;
const ASKS_ITSELF = /^(?:到底|究竟|所以|那)/;

describe('lines for a vague answer [T43]', () => {
  test('of all cases: whatever is thrown back must have been said', () => {
    const thrownBack = bursts.filter((burst) =>
      burst.some(({ kind, ...bubble }) => {
        const text = kind === 'text' && 'text' in bubble ? bubble.text : '';
        return THROWS_BACK.test(text) && !ASKS_ITSELF.test(text);
      }),
    );
    expect(thrownBack.length).toBeGreaterThan(20);
    expect(thrownBack.filter((burst) => quotesOnlySaidHedges(nothingSaid, burst))).toEqual([]);
  });

  test('leave every persona something to say to whoever used no hedge', () => {
    const mute = [...library.personas.values()].filter(
      ({ reacts }) => !vagueOf(reacts).some((burst) => quotesOnlySaidHedges(nothingSaid, burst)),
    );
    expect(mute.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ['会处理是怎么处理', '我们会处理的哈', true],
    ['会处理是怎么处理', '可以改的，全称您打一下', false],
    ['又是尽快', '尽快给您安排', true],
    ['又是尽快', '已经到苏州了，明天送', false],
    ['快了是多快', '就快了', true],
    ['应该可以 ⏎ 可以还是不可以', '应该可以的', true],
    ['到底是行还是不行呢', '我看下', true],
    ['你再说说', '我看下', true],
  ])('%s after %s: %s', (line, said, isFit) => {
    const burst = line.split(' ⏎ ').map((text) => ({ kind: 'text' as const, text }));
    expect(quotesOnlySaidHedges(saying(said), burst)).toBe(isFit);
  });
});

describe('[J208] lines that ask the one or the other of a hedge', () => {
  test.each([
    ['应该能拦住是拦没拦住', '出库了我们就操作不了', false],
    ['应该能拦住是拦没拦住', '应该拦得下来', true],
    ['应该管是管还是不管', '您把插头先拔了', false],
    ['大概是能退还是不能', '大概能退的', true],
    ['应该有是啥意思', '有的，要几件', false],
    ['我这单是能不能退', '我看下', true],
    ['到底是管不管', '我看下', true],
  ])('%s after %s: %s', (line, said, isFit) => {
    expect(quotesOnlySaidHedges(saying(said), [{ kind: 'text', text: line }])).toBe(isFit);
  });
});
