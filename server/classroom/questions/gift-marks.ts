/** Signs of the GIFT format (docs.moodle.org, GIFT format), and what a backslash takes their meaning from. */

/** Signs that a backslash makes plain text. */
const ESCAPED = '\\~=#{}:';
/** Escaped signs stand as characters of the private use area until the text is taken apart, as Moodle's reader has it. */
const FIRST_KEPT = 0xe100;
const KEPT_BREAK = String.fromCharCode(FIRST_KEPT + ESCAPED.length);
const KEPT = /[\ue100-\ue11f]/g;

/** A text whose escaped signs have no meaning any more; a text's own characters of that area are taken out. */
export const withoutEscapes = (text: string): string =>
  text
    .replace(KEPT, '')
    .replace(/\\([\\~=#{}:n])/g, (_, sign: string) =>
      sign === 'n' ? KEPT_BREAK : String.fromCharCode(FIRST_KEPT + ESCAPED.indexOf(sign)),
    );
/** The text as it is to be read. */
export const plainText = (text: string): string =>
  text.replace(KEPT, (kept) => (kept === KEPT_BREAK ? '\n' : (ESCAPED[kept.charCodeAt(0) - FIRST_KEPT] ?? ''))).trim();

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};
const FORMAT = /^\s*\[(html|moodle|plain|markdown)\]/i;
/** A text without the word for its format; of HTML the words alone. `hasPicture`: it shows something that words can't. */
export const formatted = (text: string, inherited = ''): { text: string; format: string; hasPicture: boolean } => {
  const own = FORMAT.exec(text);
  const format = own?.[1]?.toLowerCase() ?? inherited;
  const rest = own === null ? text : text.slice(own[0].length);
  const hasPicture = /<(img|audio|video|iframe|object|embed|svg)\b/i.test(rest) || /!\[[^\]]{0,200}\]\(/.test(rest);
  return { text: format === 'html' ? wordsOf(rest) : rest, format, hasPicture };
};

const wordsOf = (html: string): string =>
  html
    .replace(/[ \t]{0,20}<(br|\/p|\/div|\/li)\b[^<>]{0,200}>[ \t\n]{0,20}/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)));
