/** The marking standard. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

export const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '写成 2026-11-01');
const share = z.number().min(0).max(1);
export const weight = z.number().min(0);
const dimension = z.enum(['response', 'expression', 'solving', 'operation', 'manner', 'sales']);

const anatomy = shape(
  {
    date: dateText,
    fewestRounds: z.int().min(1),
    fewestSlow: z.int().min(1),
    share,
    ahead: share,
    busyShare: share,
    unseenS: weight,
    lookUpS: weight,
    thinkS: weight,
    phraseS: weight,
    charactersPerMinute: weight,
    fewestCharacters: weight,
    deletedShare: share,
  },
  {
    date: '这组线定于哪天',
    fewestRounds: '至少几轮才说得出慢在哪',
    fewestSlow: '至少几轮慢',
    share: '一个原因占慢的时间几成才算主因',
    ahead: '比第二个原因多几成',
    busyShare: '几成时间有别的客户在等，算忙不过来',
    unseenS: '几秒没看到算没看见',
    lookUpS: '查资料几秒算久',
    thinkS: '想几秒算久',
    phraseS: '组织语言几秒算久',
    charactersPerMinute: '每分钟打几个字以下算慢',
    fewestCharacters: '至少打几个字才量打字速度',
    deletedShare: '删掉几成算改得多',
  },
);

const stars = shape(
  {
    of: z.int().min(1),
    step: z.number().positive(),
    above: weight,
    source: sentence,
    date: dateText,
    figures: z
      .array(
        shape(
          {
            measure: idText,
            weight: z.number().positive(),
            better: z.enum(['less', 'more']),
            lines: z
              .array(shape({ line: z.number(), stars: z.number().positive() }, { line: '到这条线', stars: '得几颗' }))
              .min(1),
          },
          { measure: '哪个指标', weight: '占多重', better: 'less 越小越好，more 越大越好', lines: '从好到差的线' },
        ),
      )
      .min(1),
  },
  { of: '一共几颗', step: '每档几颗', above: '几分以上才评', source: '出处', date: '日期', figures: '按哪些指标' },
);

const finding = shape(
  {
    code: z.string().regex(/^[a-z0-9-]+(:[a-z0-9-]+)?$/, '写成 late-first 或 red-line:offsite'),
    family: idText,
    dimension,
    severity: z.enum(['grave', 'mild', 'merit']),
    deduct: weight,
    title: sentence,
    why: sentence,
    advice: z.string(),
  },
  {
    code: '发现的代号，testplan 的 findings 里写的就是它',
    family: '归在哪一族',
    dimension: '扣在哪个维度',
    severity: 'grave 重、mild 轻、merit 做得好',
    deduct: '每次扣几分',
    title: '报告里的题目',
    why: '为什么要紧',
    advice: '怎么改',
  },
);

export const rubricFile = shape(
  {
    id: idText,
    date: dateText,
    weights: z.record(dimension, weight),
    pass: weight,
    excellent: weight,
    cap: weight,
    unsureShare: share,
    doubted: share.optional(),
    severity: z.number().min(1).max(3).optional(),
    tiers: z
      .array(
        shape(
          { upTo: z.number(), excellentS: weight, passS: weight, failS: weight },
          { upTo: '同时几位客户以内', excellentS: '几秒内优秀', passS: '几秒内合格', failS: '超过几秒不合格' },
        ),
      )
      .min(1),
    handling: shape(
      { slowS: weight, longMinutes: weight },
      { slowS: '平均等几秒算慢接待', longMinutes: '几分钟算长接待' },
    ).optional(),
    anatomy: anatomy.optional(),
    stars: stars.optional(),
    road: shape(
      { reached: share, left: share, most: weight },
      { reached: '走到几成路才算完成', left: '几成的客户没人再理就不算及格', most: '那时最高给几分' },
    ).optional(),
    rude: shape(
      { times: z.int().min(1), most: weight, once: weight.optional() },
      { times: '几句难听的', most: '那时最高给几分', once: '只有一句时最高给几分' },
    ).optional(),
    roundCredit: shape(
      { excellent: share, pass: share, weak: share, fail: share },
      { excellent: '优秀的一轮得几成', pass: '合格的得几成', weak: '偏慢的得几成', fail: '不合格的得几成' },
    ),
    offers: shape(
      { must: weight, bonus: weight, need: weight, duty: weight, window: weight, turn: weight },
      {
        must: '一个必答要点值几分',
        bonus: '一个加分要点',
        need: '一个要做的操作',
        duty: '一件结束前该做的事',
        window: '一个时机',
        turn: '一轮回复',
      },
    ),
    findings: z.array(finding),
  },
  {
    id: '评分标准的 id',
    date: '哪天起用；最新的一份是默认',
    weights: '六个维度各占多少分',
    pass: '及格线',
    excellent: '优秀线',
    cap: '踩红线最高给几分',
    unsureShare: '一个维度里待核的超过几成就标「待核」',
    doubted: '待核的没判之前先算拿到几成，加分的要点除外；不写就先不算',
    severity: '丢一成分按几成扣，一位小数',
    tiers: '按同时接待几位客户分的时限',
    handling: '慢接待、长接待的线',
    anatomy: '慢在哪：四种原因的线',
    stars: '星级的线',
    road: '没走完的路怎么算',
    rude: '对客户说了几句难听的怎么算',
    roundCredit: '每一轮按快慢得几成',
    offers: '各样东西值几分',
    findings: '每一种发现：扣多少、为什么、怎么改',
  },
);
export type AuthoredRubric = z.output<typeof rubricFile>;
