/** Feelings that customers put in words, by name. Without such words no trainee is told to have left a customer uncomforted. */

export type Feeling = '怕' | '火' | '委屈' | '急';

/** The gravest feeling comes first: words that show two are answered on the first. */
const FEELING_WORDS: readonly (readonly [Feeling, readonly string[]])[] = [
  ['怕', ['吓', '怕', '慌', '手抖', '直抖', '发抖', '不敢', '扑腾', '揪心', '心跳', '腿软', '冒火星', '救命']],
  [
    '火',
    [
      '破鞋',
      '什么破',
      '骗',
      '糊弄',
      '打发我',
      '假的',
      '气死',
      '火大',
      '来气',
      '没人管',
      '管不管',
      '一伙',
      '打掩护',
      '三个说法',
      '给个说法',
      '给我个说法',
      '机器人',
      '哑巴',
      '哄人',
      '又要我',
      '总算来个活的',
      '倒贴',
      '凭什么',
      '冤大头',
      '留着抹脸',
      '态度',
      '投诉',
      '12315',
      '差评',
      '名字都不是我',
      '终于有人',
      '又换人',
    ],
  ],
  [
    '委屈',
    [
      '委屈',
      '白跑',
      '白等',
      '想哭',
      '哭了',
      '丢人',
      '心疼',
      '没睡',
      '睡不着',
      '一个人在',
      '生活费',
      '跑了三趟',
      '排一上午',
      '等了一上午',
      '难受',
    ],
  ],
  ['急', ['急', '来不及', '赶不上', '等不及', '等不到', '等不了']],
];
/** Words that deny a feeling, or don't tell one of the speaker. */
const DENIALS = [
  '不怕',
  '不害怕',
  '不急',
  '不慌',
  '没那么慌',
  '没那么急',
  '哪怕',
  '恐怕',
  '别急',
  '不着急',
  '不用急',
  '不敢当',
  '急诊',
];

/** 刚才急了: what the speaker no longer feels waits for no comfort. */
const PAST = /(?:刚才|刚刚|方才)[^,，。！？⏎ ]{0,4}了/g;

/** What a customer's words say they feel; null where they say nothing of it. */
export const feelingIn = (text: string): Feeling | null => {
  const withoutDenials = DENIALS.reduce((remaining, word) => remaining.replaceAll(word, ''), text.replace(PAST, ''));
  return FEELING_WORDS.find(([, words]) => words.some((word) => withoutDenials.includes(word)))?.[0] ?? null;
};

/** Whether the words show fear, hurry or anger. */
export const isStirred = (text: string): boolean => {
  const feeling = feelingIn(text);
  return feeling !== null && feeling !== '委屈';
};
