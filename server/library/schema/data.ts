/** Data beside cases and shops: what platforms hold a desk to, and the pictures customers send. */
import { z } from 'zod';
import { clockText, idText, sentence } from './parts.ts';
import { weight } from './rubric.ts';
import { shape } from './shape.ts';

export const platformFile = shape(
  {
    id: idText,
    name: sentence,
    date: sentence,
    'reminds-by': z.enum(['words', 'button']).default('words'),
    titles: z.record(idText, sentence).default({}),
    figures: z.array(
      shape(
        {
          id: idText,
          title: sentence,
          kind: z.enum(['mean-round', 'share-rounds', 'share-first', 'share-no-gap']),
          capS: weight.nullish(),
          withinS: weight.nullish(),
          hours: z.tuple([clockText, clockText]),
          target: z.number().nullish(),
          formula: sentence,
          source: sentence,
          date: sentence,
        },
        {
          id: '指标的 id',
          title: '平台怎么叫它',
          kind: '怎么算：平均每轮、几成轮次、几成首次、几成没有长间隔',
          capS: '一轮最多按几秒算',
          withinS: '几秒以内算数',
          hours: '哪段时间算',
          target: '目标值',
          formula: '算式，一句话',
          source: '出处',
          date: '规则的日期',
        },
      ),
    ),
  },
  {
    id: '平台的 id',
    name: '平台的名字',
    date: '规则的日期',
    'reminds-by': '怎么催付：words 说出来或按按钮都算；button 只有按钮算',
    titles: '这个平台的按钮叫法：操作的 id → 按钮上的字',
    figures: '平台考核的指标',
  },
);
export type AuthoredPlatform = z.output<typeof platformFile>;

/** What customers send: `<id>.svg` beside this file. */
export const picturesFile = z.array(
  shape(
    {
      id: idText,
      /** Read aloud to who can't see it, and written in print and quotes: what is there, not what it means. */
      alt: sentence.regex(/^[^〔〕]+$/, '不写〔〕：它会写进〔图片：…〕'),
      /** For authors: the facts that can be read from it, which may decide the answer. */
      shows: z.array(sentence).min(1),
      source: z.literal('own'),
    },
    {
      id: '图的 id，与 svg 同名；台词里写 〔pic id〕',
      alt: '读给看不见的人听的一句：图里有什么，不说明什么',
      shows: '图上看得出的事，写给作者',
      source: '只有 own：自己画的',
    },
  ),
);
export type AuthoredPicture = z.output<typeof picturesFile>[number];
