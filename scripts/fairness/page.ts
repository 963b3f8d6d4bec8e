/** docs/fairness.md: what two readers found in plays by strangers, round by round, and what of it stands today. */
import type { Compared } from './compare.ts';
import { FAULTS, type Fault, misfitsRead, type Outcome, type PlantedLine } from './planted.ts';
import { type Figures, figuresOf, KINDS, kappa, type Round, type Share, type StoredPlay } from './stored.ts';

const NAMES = { all: '合计', good: '好学员', middling: '中等学员', poor: '差学员' } as const;
/** Aims and hard limits, in the order of the table's columns. */
const WANTED = '| 目标 |  | ≤10 % | ≤5 % | ≤0.4 |  | ≤0.4 | ≥80 % | ≤6 | ±3 |';

const percent = (value: number): string => `${Math.round(value * 100)} %`;
const tenth = (value: number): string => value.toFixed(1);
const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
const shareText = ({ count, of, low, high }: Share): string =>
  of === 0 ? '—' : `${percent(count / of)}（${tenth(count)} / ${of}，${percent(low)}–${percent(high)}）`;

const row = (figures: Figures): string =>
  `| ${NAMES[figures.kind]} | ${figures.plays}（${figures.cases}） | ${shareText(figures.misfit)} | ${shareText(figures.false)} | ${figures.falseAPlay.toFixed(2)} | ${shareText(figures.unfair)} | ${figures.unearnedAPlay.toFixed(2)} | ${shareText(figures.caught)} | ${tenth(figures.distance)} | ${signed(figures.bias)} |`;

const HEAD = [
  '|  | 场数（案例） | 客户答非所问 | 冤枉的 | 每场冤枉 | 算重的 | 每场白给的好 | 埋的错听出来 | 离两位读者的中间 | 偏 |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];

const kappas = (plays: readonly StoredPlay[]): string => {
  const of = (pick: (play: StoredPlay) => readonly { read: readonly [string, string] }[]): string => {
    const value = kappa(plays.flatMap((play) => pick(play).map(({ read }) => read)));
    return value === null ? '—' : value.toFixed(2);
  };
  return `两位读者一致的程度（κ）：客户的反应 ${of((play) => play.reactions)}，扣的分 ${of((play) => play.held)}，给的好 ${of((play) => play.credits)}，埋的错 ${of((play) => play.plants)}。`;
};

const roundPart = ({ round, plays }: Round): string[] => [
  `## ${round} 版`,
  '',
  ...HEAD,
  ...[...KINDS.filter((kind) => plays.some((play) => play.kind === kind)), 'all' as const].map((kind) =>
    row(figuresOf(plays, kind)),
  ),
  WANTED,
  '',
  kappas(plays),
  '',
];

/** How the plays of one round come out on today's program. The program was mended by them, so this is no measurement. */
const todayPart = (round: string, compared: readonly Compared[]): string[] => {
  const sum = (pick: (play: Compared) => number): number => compared.reduce((total, play) => total + pick(play), 0);
  const off = (of: readonly Compared[], value: (x: number) => number): string =>
    (of.reduce((total, play) => total + value(play.off), 0) / Math.max(1, of.length)).toFixed(1);
  return [
    `${round} 版的 ${compared.length} 场放到今天的程序上再演一遍（照着它们改过程序，所以不算测量）：两位读者都判答非所问的反应还剩 ${sum((play) => play.reactions.misfits.length)} 句，都判冤枉的还剩 ${sum((play) => play.held.falses.length)} 条；没人读过的新反应 ${sum((play) => play.reactions.unread.length)} 句、新扣的 ${sum((play) => play.held.unread.length)} 条。离两位读者的中间 ${off(compared, Math.abs)} 分，偏 ${KINDS.map(
      (kind) =>
        `${NAMES[kind]} ${signed(
          Number(
            off(
              compared.filter((play) => play.kind === kind),
              (x) => x,
            ),
          ),
        )}`,
    ).join('、')}。`,
    '',
  ];
};

/** The lines, and how many of each fault came to what. */
export type Planted = { lines: readonly PlantedLine[]; counts: PlantedCounts };
type PlantedCounts = ReadonlyMap<Fault | 'none', ReadonlyMap<Outcome, number>>;

const PLANTED_HEAD = ['| 埋的是什么 | 条数 | 扣了 | 待核 |', '| --- | ---: | ---: | ---: |'];

const readPart = (lines: readonly PlantedLine[]): string => {
  const { right, faulty } = misfitsRead(lines);
  const of = ({ misfits, of: all }: typeof right): string =>
    `${percent(misfits / Math.max(1, all))}（${tenth(misfits)} / ${all}）`;
  return `其中 ${right.of + faulty.of} 段，两位读者还判了 0.8.11 版的客户接着说的话：全对的那些接不上的 ${of(right)}，埋了错的 ${of(faulty)}。这几段没有照着改过程序；店里的事买家看不出错，客户认下来不算接不上。`;
};

const plantedPart = ({ lines, counts }: Planted): string[] => {
  const outcomeRow = (name: string, of: PlantedCounts): string => {
    const sum = (outcome?: Outcome): number =>
      [...of.values()]
        .flatMap((own) => [...own])
        .reduce((total, [key, count]) => (outcome === undefined || key === outcome ? total + count : total), 0);
    const share = (outcome: Outcome): string => `${percent(sum(outcome) / Math.max(1, sum()))}（${sum(outcome)}）`;
    return `| ${name} | ${sum()} | ${share('caught')} | ${share('doubt')} |`;
  };
  const faults = new Map([...counts].filter(([fault]) => fault !== 'none'));
  const right = counts.get('none') ?? new Map<Outcome, number>();
  const all = [...right.values()].reduce((total, count) => total + count, 0);
  const accused = right.get('accused') ?? 0;
  return [
    '## 埋在模范回复里的错',
    '',
    '只看店铺页和聊天的人，把模范回复里的一段换成自己的话：有的埋一处错，有的全对（多半是看着像错的）。整场别的话不动，看报告扣没扣这一处。比整场演快，一种错能试许多说法；后头的聊天接不接得上，它不量。',
    '',
    ...PLANTED_HEAD,
    ...(Object.keys(FAULTS) as Fault[]).map((fault) =>
      outcomeRow(FAULTS[fault], new Map([...faults].filter(([own]) => own === fault))),
    ),
    outcomeRow('合计', faults),
    '',
    `没埋错的 ${all} 段里，${accused} 段（${percent(accused / Math.max(1, all))}）有话被扣了。没点说点了的，报告写「操作没点」也算扣了。`,
    '',
    readPart(lines),
    '',
  ];
};

/** `today`: the stored rounds replayed, by the round's name. */
export const fairnessPage = (
  rounds: readonly Round[],
  today: ReadonlyMap<string, readonly Compared[]>,
  planted?: Planted,
): string => {
  const newest = rounds.at(-1);
  const all = figuresOf(newest?.plays ?? [], 'all');
  return `${[
    '# 客户听没听、分公不公 · Does the customer listen, is the mark fair',
    '',
    '<!-- Written by `npm run fairness` from tests/fairness/plays; edits here are lost. -->',
    '',
    `> **In English.** ${all.plays} plays on ${all.cases} cases by people who had seen the shop's pages and no key (version ${newest?.round ?? '—'}), each read twice, independently: ${percent(all.misfit.count / Math.max(1, all.misfit.of))} of the customer's reactions didn't fit, ${percent(all.false.count / Math.max(1, all.false.of))} of what was held against a trainee was false (${all.falseAPlay.toFixed(2)} a play), ${all.unearnedAPlay.toFixed(2)} credits a play were unearned, ${percent(all.caught.count / Math.max(1, all.caught.of))} of the planted faults were caught, and the score lay ${tenth(all.distance)} from the middle of the readers' marks. Shares are the mean of both readers, with a 95 % interval.`,
    '',
    '演的人只看店铺页、开场和聊天，不看案例文件：好学员照着卡片好好答，中等学员埋几处错再演，差学员赶、冲、乱许。两位读者各自先打分，再看报告，逐句判客户的反应、逐条判扣的分和给的好。表里是两位读者的平均，括号里是 95 % 区间；「算重的」是同一件事扣了两回、或者不该知道的也扣了。',
    '',
    ...rounds
      .toReversed()
      .flatMap((round) => [...roundPart(round), ...todayPart(round.round, today.get(round.round) ?? [])]),
    ...(planted === undefined ? [] : plantedPart(planted)),
    '## 读这张表要知道的',
    '',
    '- 演的人和读的人出自同一套写法，真人学员的话更散；读者之间一致，不等于和真老师一致。',
    '- 两位读者意见不同的没有再议，两边的话都在 `tests/fairness/plays` 里。',
    '- 先打分再看报告没有人人做到：0.8.7 版有两位读者分批看，一些场的分是报告露面以后才定的。那一版的客户是 0.8.7 的，分是「一件事只扣一处」以后的。',
    '- 0.8.8 版全部 64 场都先定了分再看报告；客户是 0.8.8 的，扣分的轻重是 0.8.9 的。那一版一步一步演的时候，「嗯」和等急了的话会被下一句挤掉，有三场好学员以为说完了，被记成后来没有再回；三种学员各约三分之一，差学员比前两版多。文件名里写着是哪一种学员，读的人看得见。',
    '- 0.8.9 版也全部先定分再看报告。照着它只改过一处：价保15天被说成退款的7天。六位里有几位把两场的首尾穿插着演，有的错是演到半途才埋的；w 的三场是同一位第二次碰到那个案例。',
    '- 0.8.10 版是在 `fairness:room` 里演的，分齐了才发报告。跟前几版不能直接比的有两处：先告诉读的人 100 分是「挑不出一处毛病」（以前没说，没毛病的也只给到 91 上下）；差学员占 24 场，比前几版多，埋的错也多。照着它改过的是：说错过的照样追问，看不见的操作只疑一回，拿不准的红线不再算准。演的时候有六场头尾叠了几步，打分的时候对话单末尾看得见埋了什么（以后写在报告单上），几句是没看见客户新话就发的；会话关得早，有七场的道别没发出去。',
    '- 0.9.0 版三个人各演四场，案例十二个都不重样，好学员七场、中等三场、差两场，场数少，区间宽，分种类的数只看个大概。有三张店铺页看早了，一处埋的错没演出来，中等学员的 `plant` 和那一步写在一条里；店铺页和开场卡都是当版的。',
    '- 0.8.11 版八个人各演八场，演法、读法和 0.8.10 版一样，三种学员场数相近（21、21、22）。有十来场开着的时候先看了下一场的店铺页，六场道别和离开写在一条里、客户最后一句没人回，埋的错有二十来处当场自己改了口（照读的人判的算）。',
    '- 0.9.9 版四个人各演三场。p-2（好学员）、m-3、p-1 的道别和离开写在一条里，客户最后一句没人回，p-2 因此被封顶在 46，离两位读者的 82 差 36 分；o-2 的第二天也没人接。没留神说出的错不算埋的。',
    '- 0.9.10 版四个人各演三场，都在这一版改过要点的案例里。q-1（好学员）答「撂得起，你本来就是帮忙的」被听成跟客户争，客户也为要不到返的钱走了，两条合扣 24.9 分；q-3、s-3、t-1 是差学员一路顶着来的场次，程序给得比读者高。埋的「没做的操作」里两处两位读者判过重。',
    '- 0.9.11 版四个人各演三场，案例和前两版都不重样。两位读者都判冤枉的两条：u-1 要脚长，客户只说过脚宽，记成了问过又问；v-1 第 29 秒「专票抬头可以改的」没算，算了第 31 秒的下一句。演的人读说明的时候都看见过一个文件夹里的文件名，没有打开；w-2、w-3 的店铺页和开场是一条命令里看的。',
    '- 0.9.12 版两个人演了八场，都在那天最后改过的案例里，四场是短单，场数少，只看个大概。两位读者都判冤枉的一条：z-3 两单都说清了再取消，「前头那单」被当成说错了单，记成没问就办；照着它改过。z-3 的店铺页有一半是开着场看的，z-4 没看完就开了。',
    '- 0.9.13 版两个人演了七场，都在这几天改过的案例里，四场是短单，场数少，只看个大概；催付的一场只点了一下查内部就到了头，没有算进来。y-2、y-4 的店铺页只看了头几行（同一家店前一场看过）；y-4 开在 y-3 完之前，y-3 末两句写在一条里。两位读者都判冤枉的一条：z-1 的「橙子今天先走，燕麦脆13号发」，橙子没听成冰糖橙，记成答错，扣了 25 分；照着它改过。',
    '- 0.9.23 版四个人演了六十场短单，六十个模板各一场（在四家店里各挑一家，第几张卡也是新的），好学员四十一场，中等十二场，差七场，四位读者两两读，先定分再看报告。两位都判冤枉的十一条里八条在好学员身上：「微信、私人账号我们都不给的」当成引到平台外（封顶 59），「脸上是好好的吧」当成跟客户争（封顶 40），「没洗的铺开放冰箱冷藏」没算冷藏，「怎么补我报班长了」没算报班长，「两箱71块8，券只减一回，69块8」当成报错价，「晚点见」当成打包票；都照着改过。没抓住的埋错多半是没点、没认错、推给别人，说错的事实里「国家规定15天」「少一样整单退不了」还没听见。t-1、t-16 两场中间的长等是演的人用的工具造成的（一步里没有话，时间走到客户下一句），照读的人判的算；三个模板在那家店里没有，没演。',
    '- 0.9.22 版五个人演了十八场，十八个从 0.9.18、0.9.19 起没读过的长案例；好学员九场，中等六场，差三场，四位读者两两读，先定分再看报告。冤枉的多在好学员身上：「要赶25号」当成日子说反，「换季热了都红，那更要先试」当成笑客户，「5点前后回你」没当成两小时，「昨晚20:16付的，我查下排第几」没当成回应；中等的有「抬头可以改」接着就问账号、用券付189当成答错。都照着改过。没听出来的：叫客户自己打快递、编的「今年肯定不出」、两张券、降价补差、L码的身高体重。几个人穿插着演，有几处埋的错自己改了口（照读的人判的算）。',
    '- 0.9.21 版四个人各演四场，十六个从 0.9.17、0.9.18 起没人演过的长案例；好学员七场，中等六场，差三场，四位读者两两读，先定分再看报告。冤枉的六条里五条在好学员身上：「小赵那张一块撤了吧」当成拿钱换评价（封了顶），「不多想，你定就行，睡吧」当成打包票，付了款还嘱咐开箱当成追得太紧，「它不管祛斑」当成答错，「都办了」当成贴了标签；中等的一条是22:30回话晚了两分钟。都照着改过。没听出来的多是反着说的店规：咬过的不算、运费险全赔、第一个月隔天抹。四个人里有三个几场穿插着演，c-2、c-4 里埋的错有两处自己改了口（照读的人判的算）。',
    '- 0.9.20 版四个人各演三场，十二个从 0.9.17 起没人演过的长案例；一场没到头，没读。好学员四场、中等四场、差三场，四位读者两两读，先定分再看报告。冤枉的三条都在好学员身上：「来回换人让你一遍遍讲，是我们做得不好」当成不耐烦（还封了顶），货已经收回验过还要点同意退货，咖啡机那场一处答错；「您今晚几点在家」「去吧，陪陪孩子」待核成威胁也不该。还没有：站点几点下班是猜的、邮费归谁说反、重新拍一单当成改不了的办法。',
    '- 0.9.19 版四个人各演四场，十五个最久没人演过的长案例（从 0.9.11、0.9.13 起）和一个冰箱的单；好学员七场，中等四场，差五场，四位读者两两读，各读一半，先定分再看报告。这一版头一回听「怪客户、催、推、支开、讨好评」和更多的包票，埋的错听出来的多了（0.9.18 版是 39 %）；冤枉的多半是老毛病，三条是红线：「返点和微信我都回绝过」「报价你直接转财务」「一星五星都没钱，想打几星打几星」；还有「25号之前能不能到要看路上几天」当成说反了，都照着改过。第三双那场两张券能不能一起用卡上没写，读者判 384 元对，卡已经补上。还没有：「还有啥 说吧」当成不耐烦，订单的事支给家里人去问、「下回自己早点看」「系统显示有点慢」、「今晚就给你发」、「小样明天就能到」、店铺券不能跟满减一起用。',
    '- 0.9.18 版四个人各演四场，十六个长案例都是最久没人演过的（多半从 0.9.9、0.9.10 起）；好学员八场，中等、差各四场，四位读者两两读，各读一半，先定分再看报告。冤枉的很少，漏掉的多：埋的 23 处错报告扣了 9 处。照着改过：「写了尽量上午送」当成含糊，「先别付」当成请客户拍，「我给您查查去」疑成要验证码，「券给您放这儿了」「9块给您退过去了」没点也不扣，又快又错的短答照样拿响应分。还没有：丢洗碗机也行、第二件减4 说成别的果子、下回免一盒、往后降价给您补、一千块包赔、投诉先撤了吧、不就碎俩嘛又不是不能吃；「催我也没用」下一句就认了，总分还是封在 40。a-1 的学员道了晚安就走，第二天那段没演；b-4、d-4 有几处错没先写下来，读者列在报告没提的里头。',
    '- 0.9.17 版四个人各演四场，都是长案例，十六个都不重样，十三个从 0.9.8 起没人演过；好学员八场，中等、差各四场。四位读者两两读，各读一半，先定分再看报告。两位都判冤枉的两条：b-2 摆两条路让客户挑的「拦住了给您重发」当成没点就说办了，照着改过；b-4 走了以后才认的错写成没答。没抓住的埋错里，烧满半小时、拖线板没事、17点前一定到账、坏三五个不赔照着改过；开封12个月、报手机号就给看、全退再补一箱还没有。d-2、d-4 两场偏宽：泄露有这单只封到 59，读者给 24；句句催付、「以详情页为准」没扣。演的时候埋错和那一步多半写在一条命令里；a-2、d-3 的店铺页没看完就开了场，c-3、a-4 的店铺页只看了和前一场的差别。',
    '- 0.9.16 版两个人演了十四场短单，都在 0.9.15 那轮以后改过的案例里，人和第几张卡都是新的，场数少，只看个大概。两位读者都判冤枉的一条：客户去拍照、事没完，算了没道别（r-5），还没改。差得最多的一场：没要到门牌就把地址改成「江苏省苏州市」，这里给 78，两位给 24 和 33；问门牌客户说「这个先不说」，是案例的毛病，也没改。',
    '- 0.9.15 版五个人演了三十八场，都是短单，三十八个模板以前一个也没演过；四位读者两两读，各读一半。两位都判冤枉的只有两条：16 秒就说「正翻物流」的算成 36 秒才答，「L是腰围80到84」当成算错的价，都照着改过。两位都说扣重了的是当场改口的五场，改过以后照一半算。没抓住的埋错四处：10 件说成 20 件、316、48 小时说成 72 小时、要客户点确认收款；316 改过。客户最常见的毛病是学员反问的话不答（那张单子没写），改过一批，改后的还没有陌生人演过。差的学员读者给 3 分，这里给 20 到 45，偏宽。',
    '- 0.9.14 版两个人演了十六场，十四场是短单，两场长案例；一场（晚上十点前没付款）演到当晚就点了离开，第二天没人接，没有算进来。读 v 场的一位读者看店铺页时房间已经关了，只照对话、订单和报告里引的卡判。两位读者都判冤枉的四条：v-3 的「听雪是吧」、w-5 的「还要拍啥再来问我」听成冲客户，两场都封顶 40；v-7 的「还在7天价保里」没算答到；v-6 首次有效响应；前两条照着改过。没抓住的埋错里最重的两条也改过一条：二号楼说成三号楼；「只能修，换新换不了」算成了「由您选」，还没改。',
    '- 演的时候偶有一句没看见客户的新话就发了，演的人自己记了下来，没有剔掉。',
    '- `npm run -s fairness` 把存下来的每一场重演一遍，说哪些判断变了；`-- --json` 逐场列出。',
  ].join('\n')}\n`;
};
