import type { Report } from '#contract/report.ts';
import { say } from '#i18n/say.ts';

/** 待核, one a line: replies on points, findings, and what stands in the marks alone. The report's sentence refers to them. */
export const doubtLines = ({ ledger, findings, dimensions }: Report): string[] => {
  const points = ledger.flatMap((row) =>
    row.points.flatMap((point) =>
      point.replies
        .filter(({ doubtful }) => doubtful)
        .map(({ at, words }) => ({ at, what: `${row.question} ${point.text}`, words })),
    ),
  );
  const unsure = findings
    .filter((finding) => finding.unsure)
    .map(({ at, id, title, quote }) => ({ at, what: `${id} ${title}`, words: quote }));
  const loose = dimensions.flatMap(({ name, lost }) =>
    lost.flatMap(({ doubts = [] }) => doubts.map(({ at, text }) => ({ at, what: name, words: text }))),
  );
  return [...points, ...unsure, ...loose]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, what, words }) =>
      say('commands:play.doubt', { at: (at / 1000).toFixed(1), what, words: words.replaceAll('\n', ' ⏎ ') }),
    );
};
