import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { asked, one } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const SOLE = { id: 'sole', picture: '/pictures/customer/sole.svg', alt: '鞋底沾着灰', width: 360, height: 240 };
const known: ContentData = { ...content, pictures: [SOLE] };
const log = new Log().arrives(0).shows(1, 'sole').says(2, '穿几码', { opens: 'q-size' }).replies(70, '随便');

const sentIn = (of: ContentData) => makeReport(of, log.events).transcript.find(({ by }) => by === 'customer');

describe('a picture a customer sent', () => {
  it('stands in the transcript with its words and its drawing', () => {
    const { id: _, ...drawing } = SOLE;
    expect(sentIn(known)).toMatchObject({ text: '〔图片：鞋底沾着灰〕', picture: drawing });
  });

  it('is quoted by its words wherever the report quotes the customer', () => {
    const customers = makeReport(known, log.events).findings.map(({ customer }) => customer);
    expect(customers).toContain('〔图片：鞋底沾着灰〕\n穿几码');
  });

  it('is the result of a good question where the fact is only a picture', () => {
    const [scenario] = known.scenarios;
    const [fact] = scenario?.customer.knows ?? [];
    if (!scenario || !fact) throw new Error('the shoe shop has no fact');
    const knows = [{ ...fact, says: [{ kind: 'picture' as const, picture: 'sole' }] }];
    const scenarios = [{ ...scenario, customer: { ...scenario.customer, knows } }];
    const asking = asked();
    asking.replies(10, '脚长多少', {
      answers: { 'q-size': 'clarifying' },
      asked: [{ fact: 'foot', quote: quote(asking.nextMessage, '脚长多少', '脚长多少'), again: false }],
    });
    asking.events.push({ kind: 'fact-told', at: 14_000, conversation: 'c1', fact: 'foot', how: 'asked', turn: 1 });
    const merit = one(asking.events, 'merit:asked-first', { ...known, scenarios });
    expect(JSON.stringify(merit)).toContain('客户发来了〔图片：鞋底沾着灰〕');
  });

  it('is only called 〔图片〕 where the content was pinned before there were pictures', () => {
    expect(sentIn(content)).toMatchObject({ text: '〔图片〕' });
    expect(sentIn(content)).not.toHaveProperty('picture');
  });
});
