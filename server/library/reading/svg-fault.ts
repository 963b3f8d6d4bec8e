/**
 * Why a drawing can't be served as a customer's picture: it must be a drawing and nothing else. The check is an
 * allow-list, because an SVG can carry too many other things (scripts, styles, links, other documents) to forbid each.
 */
import { say } from '#i18n/say.ts';

const TAGS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
]);
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['xmlns', 'viewBox', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r'],
  ...['d', 'points', 'transform', 'fill', 'fill-rule', 'fill-opacity', 'opacity', 'stroke', 'stroke-width'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'text-decoration', 'letter-spacing'],
]);
const MAX_BYTES = 8 * 1024;
const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="';
const TAG = /<(\/?)([^\s/>]*)((?:\s+[^\s=<>/]+="[^"<]*")*)\s*(\/?)>/y;

/** A sentence on the first fault; null without one. */
export const svgFault = (svg: string): string | null => {
  const bytes = Buffer.byteLength(svg, 'utf8');
  if (bytes > MAX_BYTES) return say('checker:svg.large', { n: bytes, most: MAX_BYTES });
  if (!svg.startsWith(HEAD)) return say('checker:svg.head', { head: HEAD });
  const openTags: string[] = [];
  for (let offset = svg.indexOf('<'); offset !== -1; offset = svg.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = offset;
    const tag = TAG.exec(svg);
    if (tag === null) return say('checker:svg.broken', { words: svg.slice(offset, offset + 24) });
    const [, closes, name = '', attributes = '', isSelfClosing] = tag;
    if (!TAGS.has(name)) return say('checker:svg.tag', { tag: name });
    const odd = oddAttribute(attributes);
    if (odd !== null) return say('checker:svg.attribute', { attribute: odd });
    if (closes === '') {
      if (isSelfClosing === '') openTags.push(name);
    } else if (openTags.pop() !== name) return say('checker:svg.unopened', { tag: name });
  }
  const last = openTags.at(-1);
  return last === undefined ? null : say('checker:svg.unclosed', { tag: last });
};

/** The first attribute that no drawing needs, or whose value would fetch something. */
const oddAttribute = (attributes: string): string | null => {
  for (const [attribute, name = '', value = ''] of attributes.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (!ATTRIBUTES.has(name)) return name;
    if (name !== 'xmlns' && /url\(|:|&/i.test(value)) return attribute;
  }
  return null;
};
