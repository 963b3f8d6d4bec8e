/** A customer who didn't catch something asks the same in other words, and one who is asked what they can't tell says so (RULES T26). */
import { describe, expect, it } from 'vitest';
import type { Reaction, Reactions } from '#engine/model/content.ts';
import { library } from '#tests/support/library.ts';

/** Words that blame the trainee's way of speaking. */
const BLAMING = [
  ...['没听懂', '没看懂', '没懂', '没太懂', '听不懂', '看不懂', '没搞懂', '没明白', '没太明白', '没听明白', '没看明白'],
  ...['没讲明白', '没说明白', '没接住', '说人话', '人话', '白话', '说白点', '说清楚', '讲清楚', '说明白', '讲明白'],
  ...[
    '表述不清',
    '语义不明',
    '换个说法',
    '再说一遍',
    '再讲一遍',
    '重说',
    '啥意思',
    '什么意思',
    '掰开',
    '说短点',
    '直白',
  ],
];
/** Words that scold a trainee for a sensible question, or leave the answer to them. */
const SCOLDING = [
  ...['别问我', '问我干', '问我也没用', '问俺也没用', '白问', '我怎么会知道', '我怎么知道', '我上哪知道', '我哪知道'],
  ...[
    '我哪记得',
    '关我什么',
    '说正事',
    '该你们查',
    '没空想',
    '问别人去',
    '问你们自己',
    '我要知道还问你',
    '别扯远',
    '问你呢',
  ],
];
/** Words for a lie, said to what may be a slip. */
const CURSING = ['胡说', '放你的', '说人话', '没听懂', '听不懂'];

/** Words that put off to a later time, as if the trainee were to wait for it. */
const COMES_BACK = ['等下', '等会', '等哈', '等一', '稍后', '晚点', '回头', '待会', '一会儿'];

type Line = { where: string; says: string };

const saidIn = (where: string, reaction: Reaction | undefined): Line[] =>
  (reaction?.bursts ?? []).flatMap((burst) =>
    burst.flatMap((bubble) => (bubble.kind === 'text' ? [{ where, says: bubble.text }] : [])),
  );

const levels: readonly { where: string; reacts: Reactions }[] = [
  ...[...library.personas.values()].map(({ id, reacts }) => ({ where: id, reacts })),
  ...[...library.scenarios.values()].flatMap(({ id, reacts, beats }) => [
    { where: id, reacts },
    ...beats.map((beat) => ({ where: `${id} ${beat.id}`, reacts: beat.reacts })),
  ]),
];
const linesOf = (pick: (reacts: Reactions) => readonly (Reaction | undefined)[]): Line[] =>
  levels.flatMap(({ where, reacts }) => pick(reacts).flatMap((reaction) => saidIn(where, reaction)));
const among = (lines: readonly Line[], words: readonly string[]): string[] =>
  lines.filter(({ says }) => words.some((word) => says.includes(word))).map(({ where, says }) => `${where}: ${says}`);

const rephrase = linesOf(({ slots }) => [slots.rephrase]);
const dontKnow = linesOf(({ slots }) => [slots['dont-know'], slots['asked-own'], slots['asked-supposed']]);
const wrong = linesOf((reacts) => Object.values(reacts.wrong));
describe('customer lines', () => {
  it('[T26] ask back without blaming how something was said', () => {
    expect(rephrase.length).toBeGreaterThan(100);
    expect(among(rephrase, BLAMING)).toEqual([]);
  });

  it('[T26] say that the customer doesn’t know, and scold nobody for asking', () => {
    expect(dontKnow.length).toBeGreaterThan(40);
    expect(among(dontKnow, SCOLDING)).toEqual([]);
  });

  it('[J121] put a question off without asking anybody to wait', () => {
    const putOff = linesOf(({ slots }) => [
      slots['dont-know'],
      ...(
        [
          'asked-own',
          'asked-supposed',
          'asked-which',
          'asked-when',
          'asked-home',
          'asked-why',
          'asked-what',
          'asked-whether',
          'asked-more',
        ] as const
      ).map((slot) => slots[slot]),
    ]);
    expect(putOff.length).toBeGreaterThan(200);
    expect(among(putOff, COMES_BACK)).toEqual([]);
    // A hold is theirs to grant: 等你 is what it says.
    expect(
      among(
        linesOf(({ slots }) => [slots.hold]),
        COMES_BACK.concat('等'),
      ).length,
    ).toBeGreaterThan(0);
  });

  it('[T26] call a wrong answer wrong and use no curse', () => {
    expect(wrong.length).toBeGreaterThan(200);
    expect(among(wrong, CURSING)).toEqual([]);
  });

  it('[T26] repeat the trainee’s figure in every persona', () => {
    const echoes = [...library.personas.values()].map(({ id, reacts }) => saidIn(id, reacts.slots.echo));
    expect(echoes.filter((lines) => lines.length === 0 || lines.some(({ says }) => !says.includes('{数}')))).toEqual(
      [],
    );
  });
});
