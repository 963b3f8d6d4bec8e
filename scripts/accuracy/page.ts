/** `docs/accuracy.md`, written from the figures alone, so that page and figures can't differ. */
import type { Accuracy, Agreement, SplitFigures } from './figures.ts';
import { invariantsTable, tailsTable, turnsTable } from './page-invariants.ts';
import { alarmTable, calibrationTable, headlineTable, keyedTable, leftTable, sureTable } from './page-summary.ts';
import { taskTables } from './page-tasks.ts';
import { percent, table } from './tables.ts';

/** The whole page. The same figures give the same text. */
export const accuracyPage = (accuracy: Accuracy): string => {
  const { blind, tuned, lines } = accuracy;
  return `${[
    '# 判读有多准 · How accurate the judge is',
    '<!-- Written by `npm run accuracy` from docs/accuracy.json; edits here are lost. -->',
    ...english(accuracy),
    `更新于 ${accuracy.date}。盲测 ${lines.blind} 句，调试过的 ${lines.tuned} 句。普通句和难句分开算；难句是绕着说、说反话、用暗号、或者干净但长得像违规的。括号里是 95 % 区间：换一批同样的句子，数字大概落在这里面。`,
    ...(blind.lines === 0
      ? ['## 盲测', '还没有盲测的句子。下面调试过的句子上的数字偏高，不能当作准确率。']
      : onBlind(blind)),
    '## 不管谁说什么都该成立的',
    '所有案例的所有问题，话是程序造的：闲话、别的案例的好回复、换了数或正反的说法。判读从同样造法的话里学过，所以这里偏好；没听出的、算错的都要往下走。',
    invariantsTable(accuracy),
    '## 整回合（盲测）',
    '一回合配上之前的对话和当时开着的问题，一个要点算一对。练习那一行的人没看过案例，两个人各标一遍；两人标得不一样的对子不算。',
    turnsTable(accuracy),
    '好好答完再跟一句的（盲测）',
    tailsTable(accuracy),
    ...withKeys(accuracy),
    '## 调试过的句子上（偏高）',
    `规则照着这 ${tuned.lines} 句改过，分类器也从其中学过，所以这里的数字**一定偏高**，只用来发现退步，不能当作准确率。`,
    headlineTable(tuned),
    '冤枉：',
    alarmTable(tuned),
    ...taskTables(tuned),
    '## 已知弱点',
    ...accuracy.weaknesses.map(({ title, text }) => `- **${title}** ${text}`),
    '## 句子怎么来的',
    ...origin(accuracy),
    '## 怎么算的',
    ...definitions(),
  ].join('\n\n')}\n`.replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n');
};

const onBlind = (blind: SplitFigures): string[] => [
  '## 一眼看完（盲测）',
  headlineTable(blind),
  '## 有把握的判断（盲测）',
  '扣分和封顶只看有把握的判断：语气的把握不低于 60 %，判要点说错的把握不低于 70 %，红线标为「高」。拿不准的列为待核，由老师定，定之前先按七成算，分数显示成一个范围。要点判说对了就算说到，认不出的列待核。所以这张表最要紧。',
  sureTable(blind),
  '## 冤枉（盲测）',
  '「至多」是 95 % 区间的上限：句子不多时，一次没错也不等于不会错。「普通回复」是其他几类任务里的句子，没有逐句标红线，真有碰线的也算在冤枉里。',
  alarmTable(blind),
  '## 留给人的（盲测）',
  leftTable(blind),
  '## 把握准不准（盲测）',
  '程序对要点下结论时带一个把握。说八成把握的，真的该有八成左右是对的。',
  calibrationTable(blind),
  '## 各项（盲测）',
  ...taskTables(blind),
];

/** The section on points whose author has filled in `about yes no value unless examples`. */
const withKeys = ({ keyed }: Accuracy): string[] => {
  const { pairs, lines } = keyed.ordinary;
  if (lines === 0) return [];
  return [
    '## 作者写了关键词的要点（盲测）',
    `上面的要点只有几种说法可对照。下面是同一批盲测回复，由没看过回复的作者给每个要点补了 \`about yes no value unless examples\`（普通句 ${lines} 句、${pairs} 对；难句 ${keyed.hard.lines} 句、${keyed.hard.pairs} 对）。`,
    keyedTable(keyed),
  ];
};

const english = ({ blind, tuned, keyed, lines, date }: Accuracy): string[] => {
  const { ordinary, hard } = blind.lines === 0 ? tuned : blind;
  const both = (of: (part: typeof ordinary) => number | null): string =>
    `${percent(of(ordinary))} / ${percent(of(hard))}`;
  return [
    `> **In English.** ${
      blind.lines === 0
        ? `No unseen lines yet. On ${lines.tuned} lines the judge was tuned on, which flatters it`
        : `On ${lines.blind} lines that nobody who tuned the judge had read (most were scored several times before this version was done, and more than half were added in batches by other hands after a figure had missed its goal, so the figures may flatter a little)`
    } (${date}; ordinary / hard lines): facts stated F1 ${both((part) => part.points.covered.f1)}, wrong facts F1 ${both((part) => part.points.wrong.f1)} with precision ${both((part) => part.points.wrong.precision)}, tone of five ${both((part) => part.tone.exact.share)}, answered or not, of four ${both((part) => part.answer.exact.share)}, red lines F1 ${both((part) => part.redLines.all.f1)} with precision ${both((part) => part.redLines.all.precision)}, acts F1 ${both((part) => part.acts.all.f1)}.${keyed.ordinary.lines === 0 ? '' : ` Where an author has written keys: facts stated F1 ${percent(keyed.ordinary.covered.f1)} / ${percent(keyed.hard.covered.f1)}, wrong facts F1 ${percent(keyed.ordinary.wrong.f1)} (ordinary lines; the hard ones have none to hear).`} Only sure verdicts cost marks: of the wrong facts told surely ${both((part) => part.points.sureWrong.share)} are wrong, of the ill manners told surely ${both((part) => part.sureTone.bad.share)} are ill, of the sure red lines ${both((part) => part.sureRedLines.right.share)}. Everything doubtful is left to people (待核). Lines were written for this product; figures published by others, on other texts with other labels, are not comparable.`,
  ];
};

const origin = ({ agreement, lines }: Accuracy): string[] => {
  return [
    '所有句子都是为这个产品写的，没有抄别处的聊天记录；写的时候就标好，出自一手。盲测的句子在调试之前写好，调试的人没看过句子，但这一版定下来之前大多评过几次分，一半以上是某次分数没达标之后由别人分批补写的，所以数字可能略微偏高；上一批盲测句换下之后归入调试用的句子。',
    ...(lines.shared === 0 ? [] : [`盲测里有 ${lines.shared} 句和调试过的一字不差，已经去掉。`]),
    ...(agreement === null ? ['第二个人重新标注的一致率还没有。'] : agreed(agreement)),
    '写句子和标注的人不多，口味难免相近；真实班级里的回复会更杂，准确率可能比这里低。一个案例的几句回复共用要点，不是互相独立的，真正的区间比括号里略宽。',
    '别人公布的数字（别的语料、别的标注、别的分法）和这里不能比。',
  ];
};

const agreed = (agreement: Agreement): string[] => [
  '第二个人没看第一次的标注，重新标了一遍。两人一致的比例，就是程序能达到的上限：',
  table(
    ['', '句数', '一致'],
    Object.entries(agreement).map(([task, { lines, same }]) => [task, String(lines), percent(same)]),
  ),
];

const definitions = (): string[] => [
  '- **精确率**：程序说有的，真有的比例。**召回率**：真有的，程序说出来的比例。**F1** 是两者的调和平均。',
  '- **要点**按「回复 × 要点」算；待核和没说到都不算说对、也不算说错。合计把每一对放在一起数（micro）。',
  '- **红线**：威胁和阻挠投诉按一类算。**服务动作**只算标注完整的九种。',
  '- **是否答到**这里只看文字。演练里先看案例的要点说到没有，再看文字。',
  '- **区间**：比例用 Wilson 95 % 区间。F1 由「对的 ÷（对的 + 多判的 + 漏判的）」这个比例换算，区间也照样换算。',
  '- **噪声**：一个标准误，至少一句。`npm run accuracy -- --check` 重新判一遍：有数字变差超过噪声，或者句子变了、这页没跟上，就报错退出。',
  '- 重算：`npm run accuracy`；只要数字：`npm run -s accuracy -- --json`；换一批句子：`--lines 文件夹`（`blind-*.jsonl`、`train-*.jsonl`）。',
];
