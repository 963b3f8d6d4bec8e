/** Payloads for the fuzz: right ones from a schema of the contract, then mutated, and garbage. */
import { type ZodType, z } from 'zod';
import type { Random } from '#scripts/faults/random.ts';

type Shape = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  propertyNames?: Shape;
  items?: Shape | false;
  prefixItems?: Shape[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
};

/** Texts that real payloads hold: ids of things that exist, by which more than the first check is reached. */
export type SeedTexts = readonly [string, ...string[]];

const HOSTILE_VALUES: readonly unknown[] = [
  ...[
    '\u202e\u200b',
    '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67',
    '=1+1',
    '\r\nSet-Cookie: a=b',
    '\ud800',
    '\u0000',
    '',
    ' ',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    "'; drop table runs; --",
    '../../etc/passwd',
    '%00',
    '%E0%A4%A',
    '{{7*7}}',
  ],
  ...[
    'x'.repeat(30_000),
    '\u4e00'.repeat(9000),
    '1'.repeat(5000),
    ' '.repeat(20_000),
    '('.repeat(2000),
    '9'.repeat(400),
  ],
  ...[-1, 0, 1e308, -0.5, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, null, true, false],
  ...[[], {}, [[[[]]]], { toString: 1 }, { length: 5 }, { __proto__: null }, Array(500).fill('a')],
  Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`k${at}`, at])),
];

export const hostileValue = (random: Random): unknown => HOSTILE_VALUES[random.between(0, HOSTILE_VALUES.length - 1)];

const shapes = new Map<ZodType, Shape>();
const shapeOf = (schema: ZodType): Shape => {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape;
  shapes.set(schema, made);
  return made;
};

/** A value that the schema takes, or nearly: a pattern it can't write is left to the words. */
export const rightValue = (schema: ZodType, random: Random, seedTexts: SeedTexts): unknown =>
  valueFor(shapeOf(schema), random, seedTexts);

const valueFor = (shape: Shape, random: Random, words: SeedTexts): unknown => {
  if ('const' in shape) return shape.const;
  if (shape.enum !== undefined && shape.enum.length > 0) return shape.enum[random.between(0, shape.enum.length - 1)];
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return valueFor(choices[random.between(0, choices.length - 1)] ?? {}, random, words);
  if (shape.allOf !== undefined) {
    const parts = shape.allOf.map((part) => valueFor(part, random, words));
    return parts.every((part) => typeof part === 'object') ? Object.assign({}, ...parts) : parts[0];
  }
  if (shape.type === 'object') return objectOf(shape, random, words);
  if (shape.type === 'array') {
    if (shape.prefixItems !== undefined) return shape.prefixItems.map((item) => valueFor(item, random, words));
    const length = random.between(shape.minItems ?? 0, Math.min(shape.maxItems ?? 4, (shape.minItems ?? 0) + 3));
    return Array.from({ length }, () => (shape.items ? valueFor(shape.items, random, words) : null));
  }
  if (shape.type === 'integer' || shape.type === 'number') {
    const least = Math.max(shape.minimum ?? 0, -1e6);
    return random.between(least, Math.min(shape.maximum ?? 1e6, least + 1e6));
  }
  if (shape.type === 'boolean') return random.next() < 0.5;
  if (shape.type === 'null') return null;
  return shape.type === 'string' ? textOf(shape, random, words) : hostileValue(random);
};

const objectOf = (shape: Shape, random: Random, words: SeedTexts): Record<string, unknown> => {
  const made: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(shape.properties ?? {}))
    if (shape.required?.includes(name) === true || random.next() < 0.6) made[name] = valueFor(part, random, words);
  if (typeof shape.additionalProperties === 'object')
    for (let more = random.between(0, 2); more > 0; more -= 1)
      made[random.oneOf(words)] = valueFor(shape.additionalProperties, random, words);
  return made;
};

const textOf = ({ minLength = 0, maxLength = 200, pattern }: Shape, random: Random, words: SeedTexts): string => {
  const fits = (text: string): boolean =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text));
  for (let tries = 0; tries < 8; tries += 1) {
    const word = random.oneOf(words);
    if (fits(word)) return word;
  }
  return words.find(fits) ?? 'a'.repeat(Math.max(1, minLength));
};

/** The value with one or two of its parts made hostile, left out or put twice, or something else altogether. */
export const mutated = (right: unknown, random: Random): unknown => {
  if (random.next() < 0.1) return hostileValue(random);
  let value = right;
  for (let times = random.between(1, 2); times > 0; times -= 1) value = mutatedOnce(value, random);
  return value;
};

const mutatedOnce = (value: unknown, random: Random): unknown => {
  if (typeof value !== 'object' || value === null || random.next() < 0.15) return hostileValue(random);
  if (Array.isArray(value)) {
    const at = random.between(0, Math.max(0, value.length - 1));
    if (random.next() < 0.3) return [...value, ...value, hostileValue(random)];
    return value.map((one, index) => (index === at ? mutatedOnce(one, random) : one));
  }
  const names = Object.keys(value);
  const name = names[random.between(0, Math.max(0, names.length - 1))];
  if (name === undefined || random.next() < 0.15)
    return { ...value, [random.oneOf(['__proto__', 'extra', 'constructor', ''])]: hostileValue(random) };
  if (random.next() < 0.2) return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  return Object.fromEntries(
    Object.entries(value).map(([other, one]) => [other, other === name ? mutatedOnce(one, random) : one]),
  );
};

/** The value as a text of an address or a header would have it. */
export const asText = (value: unknown): string =>
  // Half of a pair of surrogates can't be sent: it becomes the sign for what can't be shown.
  Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toString();

/** Bytes with some of them changed, left out, doubled or cut off. */
export const mutatedBytes = (bytes: Buffer, random: Random): Buffer => {
  if (random.next() < 0.1)
    return Buffer.from(Array.from({ length: random.between(0, 400) }, () => random.between(0, 255)));
  let made = Buffer.from(bytes);
  for (let times = random.between(1, 6); times > 0; times -= 1) {
    const at = random.between(0, Math.max(0, made.length - 1));
    const way = random.between(0, 3);
    if (way === 0 && made.length > 0) made[at] = random.between(0, 255);
    if (way === 1) made = Buffer.concat([made.subarray(0, at), made.subarray(at + random.between(1, 40))]);
    if (way === 2)
      made = Buffer.concat([made.subarray(0, at), made.subarray(Math.max(0, at - 60), at), made.subarray(at)]);
    if (way === 3 && random.next() < 0.2) made = made.subarray(0, at);
  }
  return made;
};
