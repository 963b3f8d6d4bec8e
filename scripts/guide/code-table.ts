/** The table of the checker's codes in the guide, docs/writing-a-case.md and its English counterpart. */
import { say } from '#i18n/say.ts';
import { CODES, type Code } from '#library/diagnostics/codes.ts';
import { table } from '#scripts/accuracy/tables.ts';

const BEGIN = '<!-- 代码表：由 npm run -s scenarios:schema 生成，不要手改 -->';
const END = '<!-- 代码表完 -->';

/** The guide with its table as the codes are now, in the language of the moment. Throws when the guide has lost the table's place. */
export const withCodeTable = (guide: string): string => {
  const [from, to] = [guide.indexOf(BEGIN), guide.indexOf(END)];
  if (from === -1 || to < from) throw new Error(say('checker:table.lost', { begin: BEGIN, end: END }));
  return `${guide.slice(0, from)}${BEGIN}\n\n${codeTable()}\n\n${guide.slice(to)}`;
};

const codeTable = (): string => {
  const rows = (Object.keys(CODES) as Code[]).map((code) => {
    const severity = say(`checker:severity.${CODES[code]}`);
    const cells = [`\`${code}\``, severity, say(`checker:codes.${code}`), say(`checker:remedies.${code}`)];
    return cells.map((cell) => cell.replaceAll('|', '\\|'));
  });
  return table([say('checker:table.code'), '', say('checker:table.meaning'), say('checker:table.remedy')], rows, 4);
};
