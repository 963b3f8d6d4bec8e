/**
 * What the judge is known to get wrong, by class. The list is kept by hand: whoever mends a class removes it, and
 * whoever finds a new one adds it with an example of their own, never with a line of the blind split.
 */
export type Weakness = { id: string; title: string; text: string };

export const WEAKNESSES: readonly Weakness[] = [
  {
    id: 'far-paraphrase',
    title: '绕得远的说法',
    text: '要点是「免费」，写成「这笔钱不用你操心」，一个相同的词都没有，多半认不出来。看得出在谈这件事的列为待核，连话题都看不出的会当成没说到。',
  },
  {
    id: 'irony',
    title: '反话',
    text: '「谢谢你给我上课」字面是道谢，意思是顶嘴。程序主要看字面，反话常被当成平和甚至热情。',
  },
  {
    id: 'world-knowledge',
    title: '要常识才能对上的',
    text: '「刚满月」等于「一个月左右」，「国庆前」等于「9 月 30 日以前」。单位会换算，这类生活常识不会。',
  },
  {
    id: 'unforeseen-mistake',
    title: '没写进案例的错法',
    text: '同一件事给了别的数字、日期、相反的说法，多半能听出来；换一种全新的错法，常列为待核，或没有注意到。',
  },
  {
    id: 'two-things',
    title: '一句里说两样东西',
    text: '「黑的有货，白的要等，黑的明天发」这样几样东西、几件事挤在一句里，事实偶尔会记到另一样头上。',
  },
  {
    id: 'other-case',
    title: '说的是另一种情况',
    text: '「坏了才是我们出运费」讲的是别的情形，不该算答对，也不该算说错。带「要是」「除非」的能分清，不带的偶尔分不清。',
  },
  {
    id: 'half-answer',
    title: '两问只答一问',
    text: '客户一口气问两件，只答了一件，回答很具体时容易被当成都答了。有要点的案例按要点算，不受影响。',
  },
  {
    id: 'empty-answer',
    title: '听着像答案的空话',
    text: '「口碑一直不错，回头客多」没有内容，却不带「应该」「看情况」这类字眼，容易被当成答到了。',
  },
  {
    id: 'curt',
    title: '生硬与平和的分界',
    text: '「没有。」是冷淡还是平和，人看也有分歧。这类短句把握低时只列待核。',
  },
  {
    id: 'disguise',
    title: '没有关键词的引流和套话',
    text: '用描述代替名称（「平时跟家人视频用的那个」）、用暗号、用图里的字，会漏。图片和语音里的内容一概看不到。',
  },
  {
    id: 'veiled-threat',
    title: '含蓄的威胁和条件',
    text: '不说狠话，只点出对方的住处、家人，或把补偿和不投诉挂钩，能听出一部分。',
  },
  {
    id: 'unusual-courtesy',
    title: '不用套话的安抚和催付',
    text: '共情、跟进、催付用比喻或拐弯的话说，可能听不出来，少记一次做得好，不会因此扣成错处。',
  },
];
