/** Who may grant how much, read from a shop's lines: 10元以内的券 · 51到300元. A line without a sum gives no question. */
import type { Shop } from '#engine/model/shop.ts';
import type { Level, Statement, Subject } from './subjects.ts';

const LEVELS: readonly Level[] = ['A', 'B', 'C'];
const WITHIN = /(?:(\d+)到)?(\d+)元(?:以内)?的?([^、，；。\d]*)/g;
const OVER = /(\d+)元以上/;
/** Words in brackets limit the thing before them and name none of their own: 首次凭图退一件（200元以内）. */
const ASIDE = /（[^（）]*）/g;
const ROUND = 5;
const CENTS = 100;

type Grant = { level: Level; from: number; to: number; what: string | null; text: string };

const grants = ({ authority }: Shop): Grant[] => {
  return authority.flatMap(({ level, text }) => {
    const withoutLimits = text.replace(ASIDE, '');
    const overLimit = OVER.exec(withoutLimits);
    if (overLimit !== null)
      return [{ level, from: Number(overLimit[1]), to: Number(overLimit[1]) * 2, what: null, text }];
    return [...withoutLimits.matchAll(WITHIN)].map(([, from, to, grant = '']) => ({
      level,
      from: from === undefined ? 0 : Number(from) - 1,
      to: Number(to),
      what: grant.trim() === '' ? null : grant.trim(),
      text,
    }));
  });
};

/** Whole sums above the limit of the level below, up to the level's own: for smaller sums more than one level would be right. */
const sums = ({ from, to, level }: Grant, all: readonly Grant[]): number[] => {
  const below = all.filter((other) => LEVELS.indexOf(other.level) < LEVELS.indexOf(level)).map((other) => other.to);
  const minCents = Math.max(from, ...below);
  const steps = [to, Math.floor((to * 0.8) / ROUND) * ROUND, Math.floor((to * 0.6) / ROUND) * ROUND];
  return [...new Set(steps)].filter((sum) => sum > minCents && sum > 0);
};

export const authority = (shop: Shop): Subject[] => {
  const all = grants(shop);
  return all.map((grant, index): Subject => {
    const statement =
      (level: Level) =>
      (sum: number): Statement => ({
        kind: 'authority',
        amount: sum * CENTS,
        what: grant.what,
        level,
      });
    const amounts = sums(grant, all);
    return {
      key: `authority ${index}`,
      trues: amounts.map(statement(grant.level)),
      wrongs: LEVELS.filter((level) => level !== grant.level).flatMap((level) => amounts.map(statement(level))),
      because: null,
      basis: {
        section: 'authority',
        id: grant.level,
        title: grant.level,
        text: grant.text,
        source: null,
        date: null,
      },
    };
  });
};
