/** GIFT, the text that Moodle reads, as the cells of a table (docs.moodle.org, GIFT format; RULES B8, B9). */
import { type Reply, refused } from '#contract/errors.ts';
import { FILE_QUESTIONS_MAX, type QuestionColumn } from '#contract/practice/own-questions.ts';
import { say } from '#i18n/say.ts';
import { type GiftAnswers, giftAnswers } from './gift-answers.ts';
import { type GiftBlock, giftBlocks } from './gift-blocks.ts';
import { formatted, plainText } from './gift-marks.ts';
import { cellText, NO_CELLS, type RawFault, type RawQuestion } from './raw-question.ts';
import { isCitationLine, unitIn, withoutCitationWord } from './said-in-files.ts';

/** Moodle's files don't say how hard a question is. */
const USUAL_LEVEL = '3';
/** Longest block that is taken apart: every text of a question at its longest, four times over. */
const LONGEST_BLOCK = 20_000;
const LEVEL_TAG = 'level-';
const SHOP_TAG = 'shop-';

export const readGift = (text: string): Reply<RawQuestion[]> => {
  const blocks = giftBlocks(text);
  if (blocks.length === 0) return refused('questions-empty');
  if (blocks.length > FILE_QUESTIONS_MAX) return refused('questions-too-many', String(FILE_QUESTIONS_MAX));
  // A text without one brace and one title is something else, and every line of it would be a fault.
  if (!blocks.some((block) => /[{}]|::/.test(block.text))) return refused('questions-unreadable');
  return { ok: true, value: blocks.map(rawOf) };
};

type Parts = { title: string; stem: string; inside: string; tail: string };

const rawOf = (block: GiftBlock): RawQuestion => {
  const { line, category, id, tags } = block;
  const tagged = (start: string) => tags.find((tag) => tag.startsWith(start))?.slice(start.length) ?? '';
  const base = {
    ...{ ...NO_CELLS, id, topic: category, level: tagged(LEVEL_TAG) || USUAL_LEVEL, shop: tagged(SHOP_TAG) },
    stem: cellText(plainText(block.text)).slice(0, 80),
  };
  const parts = partsOf(block.text);
  if ('code' in parts) return { line, title: null, isTopicLoose: true, cells: base, options: [], faults: [parts] };
  const { title } = parts;
  const read = formatted(parts.stem);
  const tail = plainText(parts.tail);
  // Words behind the braces make a gap of them, which stands in the stem.
  const asked = cellText(tail === '' ? plainText(read.text) : `${plainText(read.text)} ____ ${tail}`);
  const [answersText = '', ...explained] = parts.inside.split('####');
  const explanation = formatted(explained.join('####'), read.format);
  const answers = giftAnswers(answersText, read.format);
  const named = { ...base, id: id === '' ? title : id, stem: asked };
  const rawTitle = title === '' ? null : title;
  if ('fault' in answers)
    return { line, title: rawTitle, isTopicLoose: true, cells: named, options: [], faults: [answers.fault] };
  const { kind, key, tolerance, options } = answers.answers;
  const inUnit = kind === 'calculate' ? unitIn(asked) : { stem: asked, unit: '' };
  return {
    line,
    title: rawTitle,
    isTopicLoose: true,
    cells: { ...named, ...inUnit, kind, key, tolerance, ...whyOf(plainText(explanation.text), answers.answers) },
    options: options.map((option) => cellText(option)),
    faults: read.hasPicture || /<img\b/i.test(parts.inside) ? [giftFault('picture', 'stem', 'picture')] : [],
  };
};

const giftFault = (code: RawFault['code'], column: QuestionColumn, name: 'picture' | PartFault): RawFault => ({
  ...{ code, column },
  text: say(`school:questions.gift.${name}`),
});
type PartFault = 'no-braces' | 'braces' | 'too-long';

const TITLE = /^\s*::([\s\S]*?)::/;
const partsOf = (text: string): Parts | RawFault => {
  if (text.length > LONGEST_BLOCK) return giftFault('too-long', 'stem', 'too-long');
  const titled = TITLE.exec(text);
  const rest = titled === null ? text : text.slice(titled[0].length);
  const from = rest.indexOf('{');
  const to = rest.indexOf('}');
  if (from < 0 && to < 0) return giftFault('unsupported', 'kind', 'no-braces');
  const isPair = from >= 0 && to > from && !/[{}]/.test(rest.slice(from + 1, to) + rest.slice(to + 1));
  if (!isPair) return giftFault('broken', 'key', 'braces');
  const title = cellText(plainText(titled?.[1] ?? ''));
  return { title, stem: rest.slice(0, from), inside: rest.slice(from + 1, to), tail: rest.slice(to + 1) };
};

/** The line that begins with 依据 is what the answer rests on; the others, and words on single answers, explain it. */
const whyOf = (explanation: string, { remarks }: GiftAnswers): { why: string; basis: string } => {
  const lines = explanation.split('\n').map((line) => line.trim());
  const basis = lines.filter((line) => isCitationLine(line)).map(withoutCitationWord);
  const why = [...lines.filter((line) => line !== '' && !isCitationLine(line)), ...remarks];
  return { why: cellText(why.join('\n')), basis: cellText(basis.join('；')) };
};
