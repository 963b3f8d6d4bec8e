/** What customers say once everything their beat needs is done asks for none of it (RULES T78). */
import { expect, it } from 'vitest';
import { asksAfterState } from '#engine/customer/asks-after.ts';
import type { Burst, Reaction } from '#engine/model/content.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

/** Words that ask the desk to do something now: 你下单, 那…你改吧, 券拿来吧. */
const ASKS_TO_DO =
  /(?:^|[^给替帮等])你[快去先]?(?:下单|下一单|改|弄|点|退|换|报|发|办|登记|备注|取消)[吧啊呗嘛]?$|(?:拿|发|退|换|改)(?:过)?来吧?$|[给帮]我(?:下单|改|弄|点|退|换|报|发|办)[吧啊呗嘛]?$/;

/** A yes or no is wanted: 那要俺拍个图不, 你让俺拍不拍, 要不要看呀. */
const ASKS_WHETHER = /(?:[^差]不|吗|没|(?<![什怎])么)[呀啊呢哈]*[?？]?$|(.)不\1/;

const textsOf = (bursts: readonly Burst[]): string[] =>
  bursts.flatMap((burst) => burst.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])));
const linesOf = (reaction: Reaction | undefined): string[] => textsOf(reaction?.bursts ?? []);

it('[T78] no case has a line for an answered beat that asks for what has just been done', () => {
  const asking = [...library.scenarios.values()].flatMap(({ id, beats }) =>
    beats
      .filter(({ needs }) => needs.some(({ untilEnd, do: action }) => !untilEnd && action !== null))
      .flatMap((beat) =>
        linesOf(beat.reacts.slots.resolved)
          .filter((line) => ASKS_TO_DO.test(line))
          .map((line) => `${id} ${beat.id}: ${line}`),
      ),
  );
  expect(asking).toEqual([]);
});

it('[T78] such lines are known when they stand there', () => {
  for (const line of ['你下单', '那…你改吧', '券拿来吧', '给我退']) expect(line).toMatch(ASKS_TO_DO);
  for (const line of ['行 券我收了', '那…改了就好', '你认就好说', '好诶', '等你发'])
    expect(line).not.toMatch(ASKS_TO_DO);
});

it('[M61] who may have been asked for a picture in words never asks whether one is wanted', () => {
  const pressing = [...library.scenarios.values()].flatMap(({ id, beats }) =>
    beats.flatMap(({ id: beat, needs, reacts }) =>
      needs
        .filter(({ do: action, untilEnd }) => action === 'request-photo' && !untilEnd)
        .flatMap(({ undone }) => [...linesOf(undone), ...linesOf(reacts.slots.undone)])
        .map((line) => ({ line, where: `${id} ${beat}: ${line}` })),
    ),
  );
  expect(pressing.length).toBeGreaterThan(9);
  expect(pressing.filter(({ line }) => ASKS_WHETHER.test(line)).map(({ where }) => where)).toEqual([]);
  for (const line of ['那要俺拍个图不', '你让俺拍不拍', '那要我做啥不', '要不要看呀'])
    expect(line).toMatch(ASKS_WHETHER);
});

it('[J227] a short customer who was asked for a picture in words asks where it goes, not what to do', () => {
  const short = [...library.short.keys()].flatMap((id) => contentFor(library, [id], cardOfSeed(1)).data.scenarios);
  const lists = short.flatMap(({ id, beats }) =>
    beats
      .filter(({ needs }) => needs.some(({ do: action, untilEnd }) => action === 'request-photo' && !untilEnd))
      .map(({ reacts }) => ({ id, bursts: reacts.slots.undone?.bursts ?? [] })),
  );
  expect(lists.length).toBeGreaterThan(2);
  const without = lists.filter(({ bursts }) => bursts.length > 0 && !bursts.some(asksAfterState));
  expect(without.map(({ id }) => id)).toEqual([]);
});
