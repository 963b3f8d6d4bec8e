/**
 * What the classifier looks at: hashed character n-grams of the folded reply, the same with topic words blanked out (so
 * that 「X的X，您X」 is heard whatever the product), and named features the rules noticed. An n-gram counts once, however often it
 * stands there; a named feature counts as three.
 */

/** Buckets of the feature hash. A power of two. */
export const BUCKETS = 1 << 18;
/** More of a text than anybody types in one turn tells the classifier nothing new. */
const LONGEST_READ = 400;
const LONGEST_GRAM = 4;
const BESIDE_GRAM = 3;
export const MOST_FEATURES = 4096;

/** Characters that carry manner rather than topic; the rest are blanked in the second reading. */
const MANNER = new Uint8Array(0x10000);
for (const char of '的了呢哦啊呀哈啦嘛吧吗么喔噢哟咯滴哒嗯哎唉呵嘿嘻呗亲宝您你我们咱他她它自己谁别人不没无未有是在就都也还很太再又才只要会能可以得到给跟和与对把被让叫这那哪什怎多少几为因所但如果过着来去上下里说讲看问等先后快慢好行请谢麻烦起抱歉意思辛苦放心帮忙急催烦懂白知道应该当概估计差不多般约左右尽马立刻稍随便爱真算呀至于干嘛啥咋甭莫罢拉倒滚敢怕谅解理受委屈,。!?~;:()"')
  MANNER[char.charCodeAt(0)] = 1;
for (const unit of [0xe000, 0xe001, 0xe002, 0xe003]) MANNER[unit] = 1;

/** A named feature stands among a hundred n-grams and tells more than one of them. */
const CUE_WEIGHT = 3;
const CUES = 0x51ed270b;

const BLANK = 1;
const NUMBER = 2;
const LETTERS = 3;
const EDGE = 4;

/** The buckets that matter, as bits, and how many of them stand before each group of 32. */
export type KnownBuckets = { readonly bits: Int32Array; readonly before: Uint32Array };

/** 你妈等着用 speaks of the customer's mother; 你妈的, 操你妈 don't. As long as it was, so that places stay. */
const KIN =
  /(?<![操草艹干日去滚举问候])你(?=([妈爸奶爷姥爹娘婆])\1?(?!的?(?![^，。！!,])|[个逼比b死才没懂蠢笨傻坏疯穷配算是病]))/g;
const ofKin = (text: string): string => text.replace(KIN, '您');

/**
 * Collects the features of one text. Reused from text to text: `begin` empties it. With `known`, buckets it doesn't hold
 * are passed over, and `ids` are places in its order instead of buckets.
 */
export class Features {
  readonly ids = new Int32Array(MOST_FEATURES);
  count = 0;
  private readonly known: KnownBuckets | null;
  private readonly seen = new Int32Array(BUCKETS / 32);
  private readonly units = new Uint16Array(LONGEST_READ + 2);

  constructor(known: KnownBuckets | null = null) {
    this.known = known;
  }

  begin(): void {
    this.keep(0);
  }

  /** Forgets what was added after the first `count` features, so that two heads share the text and not the named features. */
  keep(count: number): void {
    const { seen, ids } = this;
    for (let index = count; index < this.count; index++) {
      const id = ids[index] as number;
      seen[id >>> 5] = (seen[id >>> 5] as number) & ~(1 << (id & 31));
    }
    this.count = count;
  }

  /** A named feature of one of the families of `FEATURE`, with what it says as up to three numbers below 16. */
  named(family: number, one: number | boolean = 0, two: number | boolean = 0, three: number | boolean = 0): void {
    const packed = (((((family << 4) | Number(one)) << 4) | Number(two)) << 4) | Number(three);
    const hash = Math.imul(packed + CUES, 0x9e3779b1);
    for (let copy = 0; copy < CUE_WEIGHT; copy++) this.add(hash + copy);
  }

  /** Character n-grams of folded text, plain and with its topic blanked out. */
  grams(said: string): void {
    const text = ofKin(said);
    this.window(this.fold(text), 1, LONGEST_GRAM, 1);
    this.window(this.blank(text), 2, LONGEST_GRAM, 2);
  }

  /** Character n-grams of folded text with its topic left in. */
  plainGrams(text: string): void {
    this.window(this.fold(text), 1, LONGEST_GRAM, 1);
  }

  /** Shorter n-grams, kept apart from the text's own and from those of another `space` (1 …): what stands beside it. */
  gramsApart(text: string, space: number): void {
    this.window(this.fold(text), 2, BESIDE_GRAM, 2 + space);
  }

  private add(hash: number): void {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let id = (mixed ^ (mixed >>> 13)) & (BUCKETS - 1);
    if (this.known !== null) {
      const group = this.known.bits[id >>> 5] as number;
      if ((group & (1 << (id & 31))) === 0) return;
      id = (this.known.before[id >>> 5] as number) + ones(group & ((1 << (id & 31)) - 1));
    }
    const { seen } = this;
    const bit = 1 << (id & 31);
    if (((seen[id >>> 5] as number) & bit) !== 0 || this.count >= this.ids.length) return;
    seen[id >>> 5] = (seen[id >>> 5] as number) | bit;
    this.ids[this.count++] = id;
  }

  /** Every n-gram of the first `length` units. */
  private window(length: number, shortest: number, longest: number, space: number): void {
    const { units } = this;
    const first = Math.imul(space, 0x9e3779b1);
    for (let from = 0; from < length; from++) {
      let hash = first;
      for (let size = 1; size <= longest && from + size <= length; size++) {
        hash = Math.imul(hash ^ (units[from + size - 1] as number), 0x01000193);
        if (size >= shortest) this.add(hash);
      }
    }
  }

  /** Numbers of any length are one sign, so are runs of Latin letters. */
  private fold(text: string): number {
    const { units } = this;
    const length = Math.min(text.length, LONGEST_READ);
    let out = 0;
    units[out++] = EDGE;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      const sign = unit >= 0x30 && unit <= 0x39 ? NUMBER : unit === 0x20 ? 0 : unit;
      if (sign === 0 || (sign === NUMBER && units[out - 1] === NUMBER)) continue;
      units[out++] = sign;
    }
    units[out++] = EDGE;
    return out;
  }

  private blank(text: string): number {
    const { units } = this;
    const length = Math.min(text.length, LONGEST_READ);
    let out = 0;
    units[out++] = EDGE;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0x20) continue;
      const sign =
        unit >= 0x30 && unit <= 0x39 ? NUMBER : unit >= 0x61 && unit <= 0x7a ? LETTERS : MANNER[unit] ? unit : BLANK;
      if (sign <= LETTERS && units[out - 1] === sign) continue;
      units[out++] = sign;
    }
    units[out++] = EDGE;
    return out;
  }
}

/** How many bits of a word are set. */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
