/** What nobody on the desk can know: the weights are those its lines gave, and whoever guesses is heard. */
import { describe, expect, it } from 'vitest';
import WEIGHTS from '#language/cards/guesses.json' with { type: 'json' };
import { guessesIn, noGuessCardOf } from '#language/cards/guesses.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { guessDigest, readBlindGuesses, readGuesses } from '#scripts/train/guesses.ts';

const CARD = 'c-when';
const guessIn = (reply: string) => guessesIn(readText(normalise(reply).text), CARD)[0] ?? null;

describe('[T122] what nobody on the desk can know', () => {
  it('is heard by the weights its labelled lines gave', () => {
    expect(WEIGHTS.lines, 'npm run train -- --own-files').toBe(guessDigest());
  });

  it('is heard in most of its labelled lines that are long enough, and in few others', () => {
    const said = (expected: 'guess' | 'fine') =>
      readGuesses().flatMap(({ reply, expect: label }) => (label === expected ? [guessIn(reply) !== null] : []));
    const share = (verdicts: readonly boolean[]) => verdicts.filter(Boolean).length / verdicts.length;
    expect(share(said('guess'))).toBeGreaterThan(0.75);
    expect(share(said('fine'))).toBeLessThan(0.01);
  });

  it.each([
    '怀孕抹这个对孩子没影响的',
    '我们这台皮实得很，用几年都不会坏的',
    '没事丢不了，准是哪家拿错了，过两天就送回来',
  ])('%s is a guess, held against the card that asks for none', (reply) =>
    expect(guessIn(reply)).toMatchObject({ card: CARD, guess: true, open: true }),
  );

  it('[T254] costs marks only where it is heard surely', () => {
    const chances = readBlindGuesses().map(({ reply, expect: label }) => ({
      label,
      chance: guessIn(reply)?.chance ?? 0,
    }));
    const sure = chances.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.card.told);
    expect(sure.filter(({ label }) => label === 'fine')).toEqual([]);
    expect(sure.length).toBeGreaterThan(60);
    expect(chances.filter(({ chance }) => chance > 0).length).toBeGreaterThan(sure.length);
    for (const reply of ['哎呀碎成渣看着就闹心', '不用填，钱自己就回去了', '手抖正常，您先缓口气，没点就没事'])
      expect(guessIn(reply), reply).toBeNull();
  });

  it.each(['中，您先吃饭，不用守着，有信我留言', '孕期的话先问医生，成分表我发您', '页面没写防水，您别下水游', '没事'])(
    '%s is none',
    (reply) => expect(guessIn(reply)).toBeNull(),
  );

  it('quotes the part that guesses, among good ones', () => {
    const reply = '成分表我发您了哈\n怀孕抹对孩子没影响的，放心用\n批号也在上面';
    const guess = guessIn(reply);
    expect(reply.slice(guess?.start, guess?.end)).toContain('对孩子没影响');
    expect(reply.slice(guess?.start, guess?.end)).not.toContain('批号');
  });

  it('isn’t held in a shop whose cards ask for nothing of the kind', () => {
    expect(noGuessCardOf([{ id: 'a' }, { id: CARD, noGuess: true }])).toBe(CARD);
    expect(noGuessCardOf([{ id: 'a' }])).toBeNull();
    expect(guessesIn(readText('怀孕抹这个对孩子没影响的'), null)).toEqual([]);
  });
});
