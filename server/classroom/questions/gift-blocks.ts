/** A GIFT text in the pieces that blank lines part, each with the category, the id and the tags that stand above it. */
import { withoutEscapes } from './gift-marks.ts';

export type GiftBlock = {
  /** 1-based, of its first line. */
  line: number;
  text: string;
  /** The last part of the category's path. */
  category: string;
  /** `// [id:…] [tag:…]`, as Moodle writes them. */
  id: string;
  tags: readonly string[];
};

const CATEGORY = /^\s*\$CATEGORY:\s*(.*)$/i;
const MARK = /\[(id|tag):([^\]]{1,100})\]/g;

/** Comments are read for ids and tags and otherwise left out. */
export const giftBlocks = (text: string): GiftBlock[] => {
  const blocks: GiftBlock[] = [];
  let category = '';
  let open: string[] = [];
  let from = 0;
  let marks: { id: string; tags: string[] } = { id: '', tags: [] };
  const close = () => {
    if (open.length > 0) blocks.push({ line: from, text: open.join('\n'), category, ...marks });
    open = [];
    marks = { id: '', tags: [] };
  };
  for (const [index, line] of withoutEscapes(text.replace(/\r\n?/g, '\n')).split('\n').entries()) {
    const path = CATEGORY.exec(line)?.[1];
    if (path !== undefined || line.trim() === '') close();
    if (path !== undefined) category = path.trim().split('/').at(-1)?.trim() ?? '';
    else if (line.trimStart().startsWith('//')) {
      for (const [, name, value = ''] of line.matchAll(MARK)) {
        if (name === 'id') marks.id = value.trim();
        else marks.tags.push(value.trim());
      }
    } else if (line.trim() !== '') {
      if (open.length === 0) from = index + 1;
      open.push(line);
    }
  }
  close();
  return blocks;
};
