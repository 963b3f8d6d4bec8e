import { describe, expect, it } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import { printHarvest } from '#library/examples/harvest.ts';
import { withCodeTable } from '#scripts/guide/code-table.ts';

/** Chinese but for what is quoted from a file or a person, and words in brackets. */
const chineseIn = (sentence: string): boolean =>
  /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(sentence.replace(/\([^)]*\)|“[^”]*”/g, ''));

describe('in English', () => {
  it('the table of codes has none', () => {
    const [begin, end] = ['<!-- 代码表：由 npm run -s scenarios:schema 生成，不要手改 -->', '<!-- 代码表完 -->'];
    const [head, , ...rows] = inLanguage('en', () => withCodeTable(begin + end))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(head).toMatch(/^\| Code +\| {2,}\| What it is +\| What to do +\|$/);
    expect(rows.length).toBeGreaterThan(70);
    expect(rows.filter(chineseIn)).toEqual([]);
  });

  it('the remarks of a harvested patch have none', () => {
    const lesson = {
      ruling: 'r',
      scenario: 'a/b',
      point: 'ship',
      list: 'yes',
      text: '明天发',
      by: 'Li',
      at: 0,
    } as const;
    const file = 'scenarios/cases/a/b.yaml';
    const patch = inLanguage('en', () =>
      printHarvest({
        added: [{ lesson, file, text: '明天发' }],
        left: [
          { lesson, why: 'opposite', text: '明天发', message: '' },
          { lesson, why: 'needs-key', text: '明天发', message: 'not heard' },
        ],
        files: [{ file, path: file, before: 'a: 1\n', after: 'a: 2\n' }],
      }),
    );
    expect(patch.split('\n').filter((line) => line.startsWith('# '))).toEqual([
      '# Li 1970-01-01T00:00Z ship taken as yes: “明天发”',
      '# Not taken: a/b ship yes “明天发”: the case has the same words on the opposite side; change the case first',
      '# Not taken: a/b ship yes “明天发”: it needs another wording; taken in as it is, the case would fail its check (not heard)',
    ]);
  });
});
