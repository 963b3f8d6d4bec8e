import { describe, expect, test } from 'vitest';
import { checkProvenance } from '#drills/runner/provenance.ts';
import { compileQuickReplies } from '#language/quick-replies/match-quick-replies.ts';
import { toyData } from '#tests/drills/support/toy-content.ts';

const [shop] = toyData.shops;
if (shop === undefined) throw new Error('toy');
const phrases = compileQuickReplies([...shop.quickReplies]);
const hello = shop.quickReplies[0]?.text ?? '';
const made = (text: string, how: 'typed' | 'quick-reply' | 'pasted', quickReply: string | null) =>
  checkProvenance(shop, phrases, text, { how, quickReply });

describe('the provenance of a message, as the server finds it,', () => {
  test('is the quick reply for one that was inserted', () => {
    expect(made(hello, 'quick-reply', 'q1')).toEqual({
      how: 'quick-reply',
      quickReply: 'q1',
      edited: 0,
      similarity: 1,
    });
  });

  test('is the quick reply, with the number of changes, for one that was inserted and rewritten', () => {
    const found = made('云感跑鞋39码合适，您脚背高不高呢', 'quick-reply', 'q1');
    expect(found).toMatchObject({ how: 'quick-reply', quickReply: 'q1' });
    expect(found.edited).toBeGreaterThan(10);
    expect(found.similarity).toBeLessThan(0.5);
  });

  test('names the quick reply too where it was typed again or pasted', () => {
    expect(made(hello, 'typed', null)).toMatchObject({ how: 'typed', quickReply: 'q1', similarity: 1 });
    expect(made(hello, 'pasted', null)).toMatchObject({ how: 'pasted', quickReply: 'q1' });
  });

  test('[V7] is a phrase for the trainee’s own greeting, and the shop’s where the words are the shop’s', () => {
    expect(made('小鹿您好，我在', 'quick-reply', 'own-greeting')).toEqual({
      how: 'quick-reply',
      quickReply: 'own-greeting',
      edited: 0,
      similarity: 1,
    });
    expect(made(hello, 'quick-reply', 'own-greeting').quickReply).toBe('q1');
  });

  const MINE = `mine:${'a'.repeat(32)}`;
  const mine = (text: string, personal?: string) =>
    checkProvenance(shop, phrases, text, {
      ...{ how: 'quick-reply', quickReply: MINE },
      ...(personal === undefined ? {} : { personal }),
    });
  const WORDS = '小鹿，帮您催仓库了，{时间}前有消息马上回您';

  test('[Q83] is the trainee’s own reply, by the words it had: as it was with its gap filled, and edited', () => {
    expect(mine('小鹿，帮您催仓库了，今晚八点前有消息马上回您', WORDS)).toEqual({
      ...{ how: 'quick-reply', quickReply: MINE, edited: 0, similarity: 1 },
    });
    const edited = mine('小鹿，帮您再催仓库了，今晚八点前一有消息马上回您', WORDS);
    expect(edited).toMatchObject({ how: 'quick-reply', quickReply: MINE });
    expect(edited.edited).toBeGreaterThan(0);
    expect(mine('今天发货，明天到', WORDS).similarity).toBeLessThan(0.5);
  });

  test('[Q83] is the shop’s where the trainee’s own reply has the shop’s words, and typed where its words are not told', () => {
    expect(mine(hello, hello)).toEqual({ how: 'quick-reply', quickReply: 'q1', edited: 0, similarity: 1 });
    expect(mine('帮您催仓库了')).toEqual({ how: 'typed', quickReply: null, edited: 0, similarity: 0 });
    const { quickReply } = checkProvenance(shop, phrases, 'x', { how: 'typed', quickReply: 'q9', personal: 'x' });
    expect(quickReply).toBeNull();
  });

  test('isn’t the quick reply the page claims where the words are another’s or none of the shop’s', () => {
    expect(made(hello, 'quick-reply', 'q2')).toMatchObject({ quickReply: 'q1' });
    expect(made('39码正好', 'quick-reply', 'nowhere')).toEqual({
      how: 'typed',
      quickReply: null,
      edited: 0,
      similarity: 0,
    });
  });
});
