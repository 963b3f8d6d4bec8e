/**
 * What the classifier looks at: hashed character n-grams of the folded reply, the same with topic words blanked out (so
 * that 「X的X，您X」 is known whatever the product), and named features from the rules. An n-gram counts once however often
 * it occurs; a named feature counts three times.
 */

/** Buckets of the feature hash. A power of two. */
export const BUCKETS = 1 << 18;
/** Characters read: nobody types more in one turn, so the rest tells nothing new. */
const LONGEST_READ = 400;
const LONGEST_GRAM = 4;
const LONGEST_SEPARATE_GRAM = 3;
export const MAX_FEATURES = 4096;

/** Characters that carry manner rather than topic; all others are blanked in the second set of n-grams. */
const MANNER = new Uint8Array(0x10000);
for (const char of '的了呢哦啊呀哈啦嘛吧吗么喔噢哟咯滴哒嗯哎唉呵嘿嘻呗亲宝您你我们咱他她它自己谁别人不没无未有是在就都也还很太再又才只要会能可以得到给跟和与对把被让叫这那哪什怎多少几为因所但如果过着来去上下里说讲看问等先后快慢好行请谢麻烦起抱歉意思辛苦放心帮忙急催烦懂白知道应该当概估计差不多般约左右尽马立刻稍随便爱真算呀至于干嘛啥咋甭莫罢拉倒滚敢怕谅解理受委屈,。!?~;:()"')
  MANNER[char.charCodeAt(0)] = 1;
for (const unit of [0xe000, 0xe001, 0xe002, 0xe003]) MANNER[unit] = 1;

/** Weight of a named feature: it stands beside a hundred n-grams and tells more than one of them. */
const NAMED_WEIGHT = 3;
const NAMED_SEED = 0x51ed270b;

const BLANK = 1;
const NUMBER = 2;
const LETTERS = 3;
const EDGE = 4;

/** The buckets with weights, one bit each, and before each group of 32 how many there are. */
export type WeightedBuckets = { readonly bits: Int32Array; readonly countBefore: Uint32Array };

/** 你妈等着用 speaks of the customer's mother; 你妈的, 操你妈 don't. One character replaces one: offsets stay right. */
const KIN =
  /(?<![操草艹干日去滚举问候])你(?=([妈爸奶爷姥爹娘婆])\1?(?!的?(?![^，。！!,])|[个逼比b死才没懂蠢笨傻坏疯穷配算是病]))/g;
const withoutKin = (text: string): string => text.replace(KIN, '您');

/**
 * Collects the features of one text; `clear` empties it for the next. With `weighted`, buckets outside it are left out,
 * and `ids` are places in its order instead of buckets.
 */
export class Features {
  readonly ids = new Int32Array(MAX_FEATURES);
  count = 0;
  private readonly weighted: WeightedBuckets | null;
  private readonly addedBits = new Int32Array(BUCKETS / 32);
  private readonly units = new Uint16Array(LONGEST_READ + 2);

  constructor(weighted: WeightedBuckets | null = null) {
    this.weighted = weighted;
  }

  clear(): void {
    this.truncate(0);
  }

  /** Drops features added after the first `count`: the next head keeps those of the text, without this head's own. */
  truncate(count: number): void {
    const { addedBits, ids } = this;
    for (let index = count; index < this.count; index++) {
      const id = ids[index] as number;
      addedBits[id >>> 5] = (addedBits[id >>> 5] as number) & ~(1 << (id & 31));
    }
    this.count = count;
  }

  /** Adds a named feature of one family of `FEATURE`, with up to three numbers below 16. */
  addNamed(family: number, one: number | boolean = 0, two: number | boolean = 0, three: number | boolean = 0): void {
    const packed = (((((family << 4) | Number(one)) << 4) | Number(two)) << 4) | Number(three);
    const hash = Math.imul(packed + NAMED_SEED, 0x9e3779b1);
    for (let copy = 0; copy < NAMED_WEIGHT; copy++) this.add(hash + copy);
  }

  /** Character n-grams of folded text, plain and with its topic blanked out. */
  addGrams(said: string): void {
    const text = withoutKin(said);
    this.addNgrams(this.writeFolded(text), 1, LONGEST_GRAM, 1);
    this.addNgrams(this.writeBlanked(text), 2, LONGEST_GRAM, 2);
  }

  /** Character n-grams of folded text with its topic left in. */
  addPlainGrams(text: string): void {
    this.addNgrams(this.writeFolded(text), 1, LONGEST_GRAM, 1);
  }

  /** Adds shorter n-grams of a text beside the one judged, kept apart from its n-grams and from other `space`s (1 …). */
  addSeparateGrams(text: string, space: number): void {
    this.addNgrams(this.writeFolded(text), 2, LONGEST_SEPARATE_GRAM, 2 + space);
  }

  private add(hash: number): void {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let id = (mixed ^ (mixed >>> 13)) & (BUCKETS - 1);
    if (this.weighted !== null) {
      const group = this.weighted.bits[id >>> 5] as number;
      if ((group & (1 << (id & 31))) === 0) return;
      id = (this.weighted.countBefore[id >>> 5] as number) + bitCount(group & ((1 << (id & 31)) - 1));
    }
    const { addedBits } = this;
    const bit = 1 << (id & 31);
    if (((addedBits[id >>> 5] as number) & bit) !== 0 || this.count >= this.ids.length) return;
    addedBits[id >>> 5] = (addedBits[id >>> 5] as number) | bit;
    this.ids[this.count++] = id;
  }

  /** Every n-gram of the first `length` units. */
  private addNgrams(length: number, shortest: number, longest: number, space: number): void {
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

  /** A number of any length becomes one character, and so does a run of Latin letters. */
  private writeFolded(text: string): number {
    const { units } = this;
    const length = Math.min(text.length, LONGEST_READ);
    let out = 0;
    units[out++] = EDGE;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      const sign = unit >= 0x30 && unit <= 0x39 ? NUMBER : unit === 0x20 ? 0 : unit;
      if (sign === 0 || (sign === NUMBER && units[out - 1] === NUMBER)) continue;
      units[out++] = sign;
    }
    units[out++] = EDGE;
    return out;
  }

  private writeBlanked(text: string): number {
    const { units } = this;
    const length = Math.min(text.length, LONGEST_READ);
    let out = 0;
    units[out++] = EDGE;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
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
const bitCount = (word: number): number => {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
