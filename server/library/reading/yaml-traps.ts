/** Slips that YAML accepts in silence and that change what the author wrote. Each is reported and seen through. */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { say } from '#i18n/say.ts';
import type { Code } from '#library/diagnostics/codes.ts';
import type { Path } from '#library/diagnostics/diagnostics.ts';
import { hasHan, holdsText } from './yaml-text.ts';

export type Trap = { code: Code; offset: number; message: string };

/** Reports every trap in the document and puts back the sentence that was meant, so that the schema says nothing more. */
export const mendTraps = (doc: Document.Parsed, text: string): Trap[] => {
  const traps: Trap[] = [];
  visit(doc, {
    Alias: (_key, node) => {
      traps.push(trap('yaml-syntax', node, say('checker:trap.alias')));
    },
    Node: (_key, node, ancestors) => {
      if (isAlias(node)) return undefined;
      // The parser sets `tag` only where one was written.
      if (node.tag !== undefined) traps.push(trap('yaml-syntax', node, say('checker:trap.tag')));
      if (isScalar(node)) {
        if (hashAfter(node, text)) traps.push(hashTrap(node));
        // The path last: it takes the longest, and few scalars are bare figures.
        if (isBareFigure(node) && isBelow(ancestors) && !isKey(node, ancestors) && holdsText(pathOf(node, ancestors))) {
          traps.push(trap('yaml-bare-number', node, say('checker:trap.figure', { source: node.source ?? '' })));
          node.value = node.source ?? '';
        }
        return undefined;
      }
      if (isMap(node) || isSeq(node)) {
        if (!node.flow) return undefined;
        traps.push(...commas(node, text));
        if (isMap(node) && holdsText(pathOf(node, ancestors))) return mendMap(node, text, traps);
      }
      return undefined;
    },
  });
  return traps;
};

/** `{买家昵称}` alone, or `你说: 39` inside [ ], where a sentence belongs: YAML reads a map. */
const mendMap = (node: YAMLMap, text: string, traps: Trap[]): Scalar | undefined => {
  if (!node.range) return undefined;
  const writtenKey = text.slice(node.range[0], node.range[1]).trim();
  const isBraced = writtenKey.startsWith('{');
  if (
    isBraced &&
    !node.items.every((pair) => pair.value === null || (isScalar(pair.value) && pair.value.value === null))
  )
    return undefined;
  if (isBraced && node.items.length === 0) return undefined;
  traps.push(
    isBraced
      ? trap('yaml-leading-brace', node, say('checker:trap.brace', { written: writtenKey }))
      : trap('yaml-colon-in-bare', node, say('checker:trap.colon', { written: writtenKey })),
  );
  const sentence = new Scalar(writtenKey);
  sentence.range = node.range;
  return sentence;
};

/** An ASCII comma with no space after it, next to Chinese: it was meant as punctuation. */
const commas = (node: YAMLMap | YAMLSeq, text: string): Trap[] => {
  const parts = node.items.map((item) => (isPair(item) ? [item.key, item.value] : [item]).filter(isScalar));
  return parts.flatMap((scalars, index) => {
    const last = scalars.findLast((scalar) => scalar.range);
    const next = parts[index + 1]?.[0];
    if (!last?.range || !next || last.type !== 'PLAIN' || next.type !== 'PLAIN') return [];
    const comma = text.indexOf(',', last.range[1]);
    const surrounding = `${last.source ?? ''}${next.source ?? ''}`;
    if (comma === -1 || /\s/.test(text[comma + 1] ?? ' ') || !hasHan(surrounding)) return [];
    return [{ code: 'yaml-ascii-comma' as const, offset: comma, message: say('checker:trap.comma') }];
  });
};

const isBareFigure = (node: Scalar): boolean => {
  return node.type === 'PLAIN' && typeof node.value !== 'string' && (node.source ?? '') !== '';
};

const hashAfter = (node: Scalar, text: string): boolean => {
  if (node.type !== 'PLAIN' || !node.range) return false;
  return /^[ \t]+#[^\s#]/.test(text.slice(node.range[1], node.range[1] + 80));
};

const hashTrap = (node: Scalar): Trap => {
  return {
    code: 'yaml-hash-in-bare',
    offset: node.range?.[1] ?? 0,
    message: say('checker:trap.hash'),
  };
};

const trap = (code: Code, node: { range?: readonly [number, number, number] | null }, message: string): Trap => {
  return { code, offset: node.range?.[0] ?? 0, message };
};

const isBelow = (ancestors: readonly unknown[]): boolean => ancestors.length > 0;

const isKey = (node: Node, ancestors: readonly unknown[]): boolean => {
  const parent = ancestors.at(-1);
  return isPair(parent) && parent.key === node;
};

const pathOf = (node: Node, ancestors: readonly unknown[]): Path => {
  const path: (string | number)[] = [];
  ancestors.forEach((ancestor, index) => {
    const below = ancestors[index + 1] ?? node;
    if (isSeq(ancestor)) path.push(ancestor.items.indexOf(below));
    if (isPair(ancestor) && isScalar(ancestor.key)) path.push(String(ancestor.key.value));
  });
  return path;
};
