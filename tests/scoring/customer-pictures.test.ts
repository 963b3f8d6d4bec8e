import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/content.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from './log.ts';
import { content } from './shoe-shop.ts';

const SOLE = { id: 'sole', picture: '/pictures/customer/sole.svg', alt: '鞋底沾着灰', width: 360, height: 240 };
const known: ContentData = { ...content, pictures: [SOLE] };
const log = new Log().arrives(0).shows(1, 'sole').says(2, '穿几码', { opens: 'q-size' }).replies(70, '随便');

const sentIn = (of: ContentData) => makeReport(of, log.events).transcript.find(({ by }) => by === 'customer');

describe('a picture a customer sent', () => {
  it('is its words and its drawing in the transcript', () => {
    const { id: _, ...drawing } = SOLE;
    expect(sentIn(known)).toMatchObject({ text: '〔图片：鞋底沾着灰〕', picture: drawing });
  });

  it('is quoted by its words wherever the report says what the customer said', () => {
    const customers = makeReport(known, log.events).findings.map(({ customer }) => customer);
    expect(customers).toContain('〔图片：鞋底沾着灰〕\n穿几码');
  });

  it('is only called a picture where the content was pinned before there were any', () => {
    expect(sentIn(content)).toMatchObject({ text: '〔图片〕' });
    expect(sentIn(content)).not.toHaveProperty('picture');
  });
});
