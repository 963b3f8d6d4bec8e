/**
 * Why a drawing can't be served as a customer's picture: it must be a drawing and nothing else. An allow-list, because
 * what an SVG may carry besides shapes (scripts, styles, links, other documents) is too long a list to forbid.
 */
const TAGS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
]);
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['xmlns', 'viewBox', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r'],
  ...['d', 'points', 'transform', 'fill', 'fill-rule', 'fill-opacity', 'opacity', 'stroke', 'stroke-width'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'text-decoration', 'letter-spacing'],
]);
const MOST_BYTES = 8 * 1024;
const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="';
const TAG = /<(\/?)([^\s/>]*)((?:\s+[^\s=<>/]+="[^"<]*")*)\s*(\/?)>/y;

/** One sentence on the first thing that is wrong, or null. */
export function svgFault(svg: string): string | null {
  const bytes = Buffer.byteLength(svg, 'utf8');
  if (bytes > MOST_BYTES) return `有 ${bytes} 字节，最多 ${MOST_BYTES}：少画几笔`;
  if (!svg.startsWith(HEAD)) return `要以 ${HEAD}…"> 开头`;
  const open: string[] = [];
  for (let at = svg.indexOf('<'); at !== -1; at = svg.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at;
    const found = TAG.exec(svg);
    if (found === null) return `「${svg.slice(at, at + 24)}」不是一个完整的标签`;
    const [, closes, name = '', attributes = '', alone] = found;
    if (!TAGS.has(name)) return `不能有 <${name}>：只用形状和文字`;
    const odd = oddAttribute(attributes);
    if (odd !== null) return `不能有 ${odd}：只写形状、颜色和文字的属性`;
    if (closes === '') {
      if (alone === '') open.push(name);
    } else if (open.pop() !== name) return `</${name}> 没有开头`;
  }
  return open.length === 0 ? null : `<${open.at(-1)}> 没有结尾`;
}

/** An attribute that is none of a drawing's, or a value that would fetch something. */
function oddAttribute(attributes: string): string | null {
  for (const [whole, name = '', value = ''] of attributes.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (!ATTRIBUTES.has(name)) return name;
    if (name !== 'xmlns' && /url\(|:|&/i.test(value)) return whole;
  }
  return null;
}
