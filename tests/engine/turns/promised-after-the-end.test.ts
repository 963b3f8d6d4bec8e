/** A talk that is over waits for who has promised to be back. */
import { describe, expect, it } from 'vitest';
import { act, drive, of, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf } from '#tests/engine/support/tiny.ts';

const over = contentOf([shoesWith({ beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'kept' } }] })]);
/** The story is over at the first reply; what is said afterwards comes at these seconds. */
const told = (...said: [number, string][]) => {
  const { log } = drive(over, [
    say(10_000, SAID.size),
    ...said.map(([s, text]) => say(s * 1000, text)),
    tick(2_000_000),
  ]);
  const windows = of(log, 'window-closed').map(({ windowKind, how }) => `${windowKind} ${how}`);
  return { closedAt: Math.round((of(log, 'conversation-closed')[0]?.at ?? 0) / 1000), windows };
};

describe('[J134] a promise after the end of a story', () => {
  it('is waited for as long as it was promised, and can be kept', () => {
    const { closedAt, windows } = told(
      [30, SAID.bye],
      [40, '我再问下仓库，3分钟后回您'],
      [200, '问到了，今天发，有事随时找我'],
    );
    expect(closedAt).toBe(245);
    expect(windows).toContain('return taken');
  });

  it('keeps the goodbye open meanwhile', () => {
    const { windows } = told([30, '我再问下仓库，3分钟后回您'], [200, '问到了，今天发，有事随时找我']);
    expect(windows).toEqual(expect.arrayContaining(['return taken', 'goodbye taken']));
    expect(windows).not.toContain('goodbye missed');
  });

  it('that nobody keeps is missed at its time, and the desk closes', () => {
    const { closedAt, windows } = told([30, SAID.bye], [40, '我再问下仓库，3分钟后回您']);
    expect(windows).toContain('return missed');
    expect(closedAt).toBe(230);
  });

  it('is waited for ten minutes at most, and one the desk has closed over is held against nobody', () => {
    const { closedAt, windows } = told([30, SAID.bye], [40, '您稍等，我再问下仓库，20分钟后回您']);
    expect(closedAt).toBeLessThan(700);
    expect(windows).not.toContain('return missed');
  });

  it('of no time is waited for a minute', () => {
    expect(told([30, SAID.bye], [40, '我查好了跟您说']).closedAt).toBe(110);
  });
});

describe('[J200] a word promised by a later hour', () => {
  const scenario = over.scenarios[0]?.id ?? '';
  const customers = [0, 400_000].map((arrivesAt) => ({ scenario, arrivesAt }));
  const PROMISE = say(30_000, '这个我问下仓库，今晚20:15前给您留言，您先忙');
  const played = (...commands: Parameters<typeof drive>[1]) =>
    drive(over, [say(10_000, SAID.size), ...commands, tick(300_000)], { customers });

  it('can still be left: the customer goes offline, and the talk isn’t closed over it', () => {
    for (const { log, drill } of [
      played(PROMISE),
      played(PROMISE, act(35_000, 'remark', { note: '仓库的答复今晚20:15前留言' })),
    ]) {
      expect(of(log, 'conversation-closed')).toEqual([]);
      expect(drill.conversations.c1?.status).toBe('away');
    }
    expect(of(played(say(30_000, SAID.bye)).log, 'conversation-closed')).toHaveLength(1);
  });

  it('[J236] binds whichever way it goes', () => {
    for (const promise of ['好的，班长我也报上去了，20:15前不管成没成都回您', '20:15前有没有结果都给您回话，您先忙']) {
      const { log, drill } = played(say(30_000, promise));
      expect(of(log, 'conversation-closed'), promise).toEqual([]);
      expect(drill.conversations.c1?.status, promise).toBe('away');
    }
    expect(of(played(say(30_000, '20:15前没法回您了，您先忙')).log, 'conversation-closed')).toHaveLength(1);
  });

  it('is kept by what is left, and nobody answers that', () => {
    const kept = played(PROMISE, say(120_000, '仓库回了，那双39.5明天到货'), tick(140_000));
    expect(kept.refusals).toEqual([]);
    expect(kept.drill.conversations.c1?.callBackAt).toBeNull();
    expect(of(kept.log, 'customer-said').filter(({ at }) => at > 120_000)).toEqual([]);
    expect(of(kept.log, 'conversation-closed')).toHaveLength(1);
  });

  it('[J237] holds for a picture that was asked for by its card: the customer goes offline until the desk closes', () => {
    const { log, drill } = played(act(12_000, 'request-photo'), say(40_000, '好的，等您图，再见'));
    expect(of(log, 'conversation-closed')).toEqual([]);
    expect(drill.conversations.c1?.status).toBe('away');
    expect(
      played(act(12_000, 'request-photo'), say(40_000, '好的，再见'), say(120_000, '图来了再找我')).refusals,
    ).toEqual([]);
  });

  it('keeps no drill open', () => {
    const { log } = drive(over, [say(10_000, SAID.size), PROMISE, tick(300_000)]);
    expect(of(log, 'drill-ended')[0]?.at).toBe(75_000);
  });
});
