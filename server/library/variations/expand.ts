/**
 * Template → plain text: slots are filled, parts whose condition doesn't hold are left out, one wording of several is
 * taken. Pure: the same template and the same choice give the same text. The places of the template stay with it, so
 * that a check of the plain case names the template's line.
 */
import type { Path } from '#library/diagnostics/diagnostics.ts';
import type { Card } from './card.ts';
import { holds } from './conditions.ts';
import { wordingIndexAt } from './deck.ts';
import type { VariationFault } from './faults.ts';
import { formsOf, type Setting, written } from './forms.ts';
import { keyOf, magnitude, type Value, type Values, valueAt } from './value.ts';

export type Choice = {
  values: Values;
  card: Card;
  setting: Setting;
  /** All values a variable takes in some variant, by name: what `other` writes wrong figures with. */
  valuesTaken: (name: string) => readonly Value[];
  /** What others of the same rush say, line by line as `lineKey` writes them: of several wordings another is taken. */
  linesTaken?: ReadonlySet<string>;
};

export type Expanded = {
  value: unknown;
  /** From a place in the plain text to the one in the template. */
  placeOf(path: Path): Path;
  faults: readonly VariationFault[];
};

/** A value that isn't there in this variant. */
const ABSENT = Symbol('absent');
const SLOT = /【([^】\s]+)(?:\s+([^】]+))?】/gu;
const ALONE = /^【([^】\s]+)(?:\s+([^】]+))?】$/u;
/** What `other` calls the wrong value it writes. */
const WRONG_VALUE_SLOT = '别的';

/** Between two lines of one burst. */
const LINE_END = /\s*⏎\s*/u;
const FIGURES = /\d+(?:\.\d+)?/gu;
/** A line of which only the words count: 要2包 and 要3包 are said alike. */
export const lineKey = (line: string): string => line.replaceAll(FIGURES, '#').trim();

/** Of that many places the one with the least of it, the first from `start` on. */
const leastFrom = (start: number, count: number, amountAt: (index: number) => number): number => {
  let [least, leastAt] = [Number.POSITIVE_INFINITY, start];
  for (let i = 0; i < count && least > 0; i += 1) {
    const index = (start + i) % count;
    const amount = amountAt(index);
    if (amount < least) [least, leastAt] = [amount, index];
  }
  return leastAt;
};

const isMap = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
/** The maps whose keys are ids of points or facts, by the end of their path: a point or a fact may be called `when`. */
const KEYED_BY_ID: readonly string[] = ['reacts/wrong', 'reacts/covered', 'customer/knows', 'grounds'];
const isKeyedById = (path: Path): boolean => KEYED_BY_ID.includes(path.slice(-2).join('/'));
const keyOfPath = (path: Path): string => path.join('\u0000');

export const expand = (template: unknown, choice: Choice): Expanded => {
  const faults: VariationFault[] = [];
  const places = new Map<string, Path>();

  const fill = (text: string, path: Path, values: Values): string | number => {
    const onlySlot = ALONE.exec(text);
    if (onlySlot !== null) return slot(onlySlot[1] ?? '', onlySlot[2]?.trim() ?? '', path, values);
    return text.replace(SLOT, (_, name: string, form?: string) => String(slot(name, form?.trim() ?? '', path, values)));
  };

  const slot = (name: string, form: string, path: Path, values: Values): string | number => {
    const value = valueAt(values, name);
    if (value === undefined) {
      faults.push({ fault: 'unknown-slot', name, path });
      return name;
    }
    if ((value.kind === 'money' || value.kind === 'number') && (magnitude(value) ?? 0) < 0)
      faults.push({ fault: 'below-zero', name, path });
    const text = written(value, form, choice.setting);
    if (text !== null) return text;
    faults.push({ fault: 'bad-form', name: `${name} ${form} (${formsOf(value.kind).join(' ')})`, path });
    return name;
  };

  const isThere = (condition: unknown, path: Path): boolean => {
    const isHeld = holds(condition, choice.values);
    if (typeof isHeld === 'boolean') return isHeld;
    faults.push({ ...isHeld, path });
    return false;
  };

  const walk = (node: unknown, from: Path, to: Path, values: Values): unknown => {
    places.set(keyOfPath(to), from);
    if (typeof node === 'string') return fill(node, from, values);
    if (Array.isArray(node)) return walkList(node, from, to, values);
    if (!isMap(node)) return node;
    if ('any' in node && Object.keys(node).length === 1) return oneOf(node.any, from, to, values);
    if ('when' in node && ('use' in node || !isKeyedById(from))) {
      const { when, ...rest } = node;
      const isHeld = isThere(when, [...from, 'when']);
      if ('use' in rest) {
        if (isHeld) return walk(rest.use, [...from, 'use'], to, values);
        return 'else' in rest ? walk(rest.else, [...from, 'else'], to, values) : ABSENT;
      }
      return isHeld ? walkMap(rest, from, to, values) : ABSENT;
    }
    return walkMap(node, from, to, values);
  };

  const walkMap = (node: Readonly<Record<string, unknown>>, from: Path, to: Path, values: Values): unknown => {
    const filled: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(node)) {
      const name = keyIn(key, [...from, key], values);
      const value = walk(item, [...from, key], [...to, name], values);
      if (value !== ABSENT) filled[name] = value;
    }
    return filled;
  };

  /** A key is written out or is a word by itself, such as the card of the shop's rule: `ground: {【卡】: 【原话】}`. */
  const keyIn = (key: string, path: Path, values: Values): string => {
    if (!key.includes('【')) return key;
    const [, name = '', form] = ALONE.exec(key) ?? [];
    const value = form === undefined ? valueAt(values, name) : undefined;
    if (value?.kind === 'word') return value.text;
    faults.push({ fault: 'slot-in-key', name: key, path });
    return key;
  };

  const walkList = (node: readonly unknown[], from: Path, to: Path, values: Values): unknown => {
    const filled: unknown[] = [];
    for (const [index, item] of node.entries()) {
      const place = [...from, index];
      if (isMap(item) && 'other' in item) {
        for (const wrongValues of wrongWordings(item, place)) {
          places.set(keyOfPath([...to, filled.length]), place);
          filled.push(wrongValues);
        }
        continue;
      }
      const value = walk(item, place, [...to, filled.length], values);
      if (value === ABSENT) continue;
      // A choice between lists inside a list gives its items: {when: 按点, use: [今天发, 当天走]}.
      const isSpliced = Array.isArray(value) && isMap(item) && 'use' in item;
      if (isSpliced) for (const splicedItem of value) filled.push(splicedItem);
      else filled.push(value);
    }
    // A list of which nothing is left isn't there either: `contradicts` without a wrong wording is no list.
    return filled.length === 0 && node.length > 0 ? ABSENT : filled;
  };

  const oneOf = (options: unknown, from: Path, to: Path, values: Values): unknown => {
    const openOptions = (Array.isArray(options) ? options : []).flatMap((option: unknown, index) => {
      const place = [...from, 'any', index];
      if (!isMap(option) || !('when' in option)) return [{ option, place }];
      if (!isThere(option.when, [...place, 'when'])) return [];
      return 'use' in option
        ? [{ option: option.use, place: [...place, 'use'] }]
        : [{ option: withoutWhen(option), place }];
    });
    const ownIndex = wordingIndexAt(openOptions.length, from.join('/'), choice.card);
    const linesTaken = (index: number): number => takenIn(openOptions[index]?.option, values);
    const chosenOption = openOptions[leastFrom(ownIndex, openOptions.length, linesTaken)];
    if (chosenOption !== undefined) return walk(chosenOption.option, chosenOption.place, to, values);
    faults.push({ fault: 'no-wording', name: '', path: from });
    return ABSENT;
  };

  /** How many lines of a wording others of the rush say. */
  const takenIn = (option: unknown, values: Values): number => {
    const { linesTaken } = choice;
    if (linesTaken === undefined || linesTaken.size === 0 || typeof option !== 'string') return 0;
    const text = option.replace(SLOT, (whole, name: string, form?: string) => {
      const value = valueAt(values, name);
      return value === undefined ? whole : (written(value, form?.trim() ?? '', choice.setting) ?? whole).toString();
    });
    return text.split(LINE_END).filter((line) => linesTaken.has(lineKey(line))).length;
  };

  /** The wordings of `{other: 实付, says: [退您【别的】], not: [错价], most: 3}` with the nearest wrong values. */
  const wrongWordings = (item: Readonly<Record<string, unknown>>, from: Path): string[] => {
    const name = String(item.other);
    const rightValue = valueAt(choice.values, name);
    if (rightValue === undefined) {
      faults.push({ fault: 'unknown-slot', name, path: [...from, 'other'] });
      return [];
    }
    if ('when' in item && !isThere(item.when, [...from, 'when'])) return [];
    // A wrong figure that is right elsewhere in this variant would condemn true words.
    const rightFigures = new Set(figuresOf(choice.values, rightValue.kind).map(keyOf));
    const wrongValues = nearestFirst(choice.valuesTaken(name), rightValue).filter(
      (value) => !rightFigures.has(keyOf(value)),
    );
    const maxCount = typeof item.most === 'number' ? item.most : wrongValues.length;
    const sentences = Array.isArray(item.says) ? item.says.map(String) : [];
    return wrongValues
      .slice(0, maxCount)
      .flatMap((value) =>
        sentences.map((text) => String(fill(text, from, { ...choice.values, [WRONG_VALUE_SLOT]: value }))),
      );
  };

  const value = walk(template, [], [], choice.values);
  return {
    value: value === ABSENT ? null : value,
    placeOf: (path) => placeIn(places, path),
    faults,
  };
};

/** The template's place of the plain text's nearest known one, with the rest of the path after it. */
const placeIn = (places: ReadonlyMap<string, Path>, path: Path): Path => {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(keyOfPath(path.slice(0, length)));
    if (place !== undefined) return [...place, ...path.slice(length)];
  }
  return path;
};

const withoutWhen = ({ when: _, ...rest }: Readonly<Record<string, unknown>>): unknown => rest;

/** Every value of a kind among the variables and the fields of rows. */
const figuresOf = (values: Values, kind: Value['kind']): Value[] => {
  return Object.values(values).flatMap((value) => {
    if (value.kind === 'row') return figuresOf(value.fields, kind);
    if (value.kind === 'goods' && kind === 'money') return [{ kind, cents: value.goods.cents }];
    return value.kind === kind ? [value] : [];
  });
};

/** Distinct values other than the right one, the nearest first; without an order as they come. */
const nearestFirst = (values: readonly Value[], rightValue: Value): Value[] => {
  const byKey = new Map(values.map((value) => [keyOf(value), value]));
  byKey.delete(keyOf(rightValue));
  const rightMagnitude = magnitude(rightValue);
  const distance = (value: Value): number => Math.abs((magnitude(value) ?? 0) - (rightMagnitude ?? 0));
  return rightMagnitude === null ? [...byKey.values()] : [...byKey.values()].sort((a, b) => distance(a) - distance(b));
};
