/**
 * Ways off the platform as tables: what one is led to, and what one is told to do with it. Both in one clause are a
 * contact, unless the clause denies it or its sentence speaks of the shop's own roads. Read on unmasked text.
 */
import { around, isDenied } from './guards.ts';

type Row = {
  readonly objects: string;
  readonly acts: string;
  /** How many characters may stand between the two. */
  readonly reach: number;
  /** In the same sentence it is the shop's or the platform's own. */
  readonly own: RegExp;
};

const OWN =
  /官方|旗舰|我们店铺|店铺首页|首页|会员|支付|付款|退回|零钱|原路|发票|视频|直播间?有|热线|驿站|骗|别信|通知您|防水|蓝牙|打印|面单|师傅|司机|派件|快递|派送|配送|安装|网点|小哥|骑手/;
const ROWS: readonly Row[] = [
  {
    objects: '微信 qq 企鹅号 小企鹅 绿泡泡 绿泡 wechat weixin telegram tg 电报 whatsapp 钉钉 飞书 陌陌 weixinid',
    acts: '加 + 搜 聊 找 同号 同名 id 私 推 联系 发你 发您 转我 细说 谈 拉你 拉您',
    reach: 5,
    own: OWN,
  },
  {
    objects: '抖音 抖y dy 快手 小红书 小红薯 小蓝本 微博 b站 闲鱼 咸鱼 小黄鱼 黄鱼 转转 微店 抖那边',
    acts: '搜 同名 同号 私信 私我 私聊 关注我 找我 拍更 下单 挂着 挂了 有货',
    reach: 6,
    own: OWN,
  },
  { objects: '飞机', acts: '加我 飞机号 上聊 找我', reach: 2, own: OWN },
  { objects: '老地方', acts: '聊 谈 见 说 找 等你 等您 联系', reach: 6, own: /取件|驿站|自提|门卫|收货|放/ },
  {
    objects: '小卡片 卡片 小票 纸条 刮刮卡 售后卡',
    acts: '扫 返 刮 加一下 加上面 群号 领红包 有红包 送红包',
    reach: 10,
    own: /发票|抬头|防伪|真伪|溯源|保修卡|视频|说明|教程|贺卡|激活保/,
  },
  {
    objects: '邮箱 邮件',
    acts: '联系我 找我 发我 写给我 报价 谈 @',
    reach: 8,
    own: /票|您的?邮箱|你的?邮箱|留个?邮箱|说明书|电子版/,
  },
  {
    objects: '群',
    acts: '进 群号 加群 拉你 拉您',
    reach: 2,
    own: /粉丝|会员|店铺|平台|申请|移出|群青|群主|没有?群|首页/,
  },
  { objects: '浏览器', acts: '复制 打开', reach: 8, own: /官网|说明书|税务|查验|发票|12315|平台/ },
  { objects: '头像 主页 昵称', acts: '号码 有我 是我 加我 找我 搜我', reach: 4, own: /店铺主页|收货|刻字/ },
];
/** A number to call, with or without marks between its groups. */
const PHONE = /(?<![\d.])1[3-9]\d(?:[- ]?[\d*]){8}(?![\d])/;
const CALLED = /加|打|找我|联系|私|聊|微信|call|同号|存/;
/** An address by mail, and an account by its name. */
const ADDRESS =
  /(?<![a-z0-9_.])[a-z0-9_.]{3,24}@?(?:qq|163|126|gmail|outlook|foxmail)\.?com|微信(?:id)?[:号]?[a-z][a-z0-9_-]{4,}/;

type Pair = { readonly object: string; readonly row: Row; readonly acts: readonly string[] };
const BY_FIRST = new Map<string, Pair[]>();
for (const row of ROWS)
  for (const object of row.objects.split(' ')) {
    const there = BY_FIRST.get(object.charAt(0)) ?? [];
    there.push({ object, row, acts: row.acts.split(' ') });
    BY_FIRST.set(object.charAt(0), there);
  }

const CLAUSE = /[,。;!?\n]/;
const SENTENCE = /[。;!?\n]/;
const REACH = 40;
/** A flood repeats itself; the first few say as much as all. */
const MOST = 12;

/** The first way off the platform that `text` shows, if any. `ofOthers`: somebody else's data stand in it, and a number is theirs. */
export function contactIn(text: string, ofOthers: boolean): { start: number; end: number } | null {
  let asked = 0;
  for (let at = 0; at < text.length && asked < MOST; at++)
    for (const { object, row, acts } of BY_FIRST.get(text.charAt(at)) ?? []) {
      if (!text.startsWith(object, at)) continue;
      asked += 1;
      const found = actNear(text, at, at + object.length, row.reach, acts);
      if (found && isOpen(text, found, row.own)) return found;
    }
  return (ofOthers ? null : numberIn(text, PHONE, CALLED)) ?? numberIn(text, ADDRESS, null);
}

function actNear(
  text: string,
  start: number,
  end: number,
  reach: number,
  acts: readonly string[],
): { start: number; end: number } | null {
  const clause = around(text, start, end, CLAUSE, reach + 3);
  const before = text.slice(Math.max(clause.from, start - reach - 3), start);
  const behind = text.slice(end, Math.min(clause.to, end + reach + 3));
  for (const act of acts) {
    const first = before.lastIndexOf(act);
    if (first >= 0) return { start: start - before.length + first, end };
    const next = behind.indexOf(act);
    if (next >= 0) return { start, end: end + next + act.length };
  }
  return null;
}

function numberIn(text: string, shape: RegExp, act: RegExp | null): { start: number; end: number } | null {
  const match = shape.exec(text);
  if (!match) return null;
  const found = { start: match.index, end: match.index + match[0].length };
  const { from, to } = around(text, found.start, found.end, SENTENCE, 14);
  if (act && !act.test(text.slice(from, found.start) + text.slice(found.end, to))) return null;
  return isOpen(text, found, OWN) ? found : null;
}

/** 微信不能加: denied between the two. */
const DENIED_INSIDE = /[不没别]/;

function isOpen(text: string, { start, end }: { start: number; end: number }, own: RegExp): boolean {
  if (isDenied(text, start, end) || DENIED_INSIDE.test(text.slice(start, end))) return false;
  const { from, to } = around(text, start, end, SENTENCE, REACH);
  return !own.test(text.slice(from, to));
}
