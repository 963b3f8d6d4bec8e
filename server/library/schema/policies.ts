/** A shop's policy cards, and by which words a reply contradicts them. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

export const policiesFile = z.array(
  shape(
    {
      id: idText,
      title: sentence,
      text: sentence,
      basis: z.enum(['law', 'shop', 'both']),
      source: sentence,
      date: sentence,
      /** What is told with another figure contradicts the card, whether it was asked or not. */
      states: z
        .array(
          shape(
            { is: z.array(sentence), says: z.array(sentence), firm: z.boolean().optional() },
            {
              is: '卡上这件事的数，带单位：15天；有几个都对就都写',
              says: '客服怎么说到它：几 代表那个数，… 代表中间几个字，如 价保…几、几…价保',
              firm: 'true 表示这个时间是别人的，说短了也不对：主管2小时内回',
            },
          ),
        )
        .optional(),
      noVow: z.array(sentence).optional(),
      noHaste: z.array(sentence).optional(),
      noVerdict: z.array(sentence).optional(),
      noDay: z.array(sentence).optional(),
      noMishap: z.array(sentence).optional(),
      noOutcome: z.array(sentence).optional(),
      noPledge: z.array(sentence).optional(),
    },
    {
      id: '政策卡的 id，要点的 policy 写它',
      title: '卡的题目',
      text: '卡的内容：数、时限、谁出钱都写明',
      basis: 'law 法律、shop 本店、both 都有',
      source: '法条或本店规定，写到第几条',
      date: '施行或规定的日期',
      states: '卡上的数怎么说；说成别的数，不问也算说错',
      noVow: '卡上不打包票的事，客服嘴上的词：能到、赶得上；前面带了「肯定」「保证」就算和卡上不一样',
      noHaste: '快慢由不得店里的事：到账；说成马上、今天就有，算和卡上不一样',
      noVerdict: '客服不认也不否的事：退一赔三；案例的要点写了这张卡才听',
      noDay: '到货的词：到、能到；前面是哪一天，又没有「一般」「预计」，不带「肯定」也算和卡上不一样',
      noMishap: '谁也管不住的坏事：红、勒、醒；说成「保证不会…」，算和卡上不一样',
      noOutcome: '谁也管不住的好事：合脚、甜、见效；前面带了「保证」「绝对」，算和卡上不一样',
      noPledge: '一说出口就是大包大揽的词：包退、随便退；句里写明了凭什么（坏了、过敏）的不算',
    },
  ),
);
