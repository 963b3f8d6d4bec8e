/** The table of the checker's codes in docs/writing-a-case.md. */
import { CODES, type Code } from '#library/diagnostics/codes.ts';
import { table } from '#scripts/accuracy/tables.ts';
import { REMEDIES } from './remedies.ts';

const BEGIN = '<!-- 代码表：由 npm run -s scenarios:schema 生成，不要手改 -->';
const END = '<!-- 代码表完 -->';

/** The guide with its table as the codes are now. Throws when the guide has lost the table's place. */
export function withCodeTable(guide: string): string {
  const [from, to] = [guide.indexOf(BEGIN), guide.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`docs/writing-a-case.md 里没有「${BEGIN}」和「${END}」`);
  return `${guide.slice(0, from)}${BEGIN}\n\n${codeTable()}\n\n${guide.slice(to)}`;
}

function codeTable(): string {
  const rows = (Object.keys(CODES) as Code[]).map((code) => {
    const [severity, meaning] = CODES[code];
    const todo = REMEDIES[code] ?? '照检查打印的那句做';
    return [`\`${code}\``, severity === 'error' ? '错误' : '提醒', meaning, todo].map((cell) =>
      cell.replaceAll('|', '\\|'),
    );
  });
  return table(['代码', '', '是什么', '怎么办'], rows, 4);
}
