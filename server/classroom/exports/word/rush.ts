/** A rush in the Word file, in short: what became of who came, the queue, how many at once, and where it broke. */
import { HeadingLevel, type Paragraph } from 'docx';
import type { Report } from '#contract/report.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import { listed, say } from '#i18n/say.ts';
import { heading, paragraph } from './parts.ts';
import { STYLE } from './styles.ts';

/** Nothing of a drill that was no rush. */
export const rushPart = ({ rush }: Report): Paragraph[] => {
  if (rush === undefined) return [];
  const { level, minutes, said, broke, handover } = rush;
  return [
    heading(say('exports:word.rush.title'), HeadingLevel.HEADING_1),
    paragraph(say('exports:word.rush.about', { level, n: minutes }), { style: STYLE.meta }),
    paragraph(said),
    paragraph(queueWords(rush)),
    paragraph(capacityWords(rush)),
    ...(handover === undefined ? [] : [paragraph(handover.said)]),
    ...(broke === null
      ? []
      : [
          paragraph(say('exports:word.rush.broke', { said: broke.said })),
          paragraph(say('exports:word.rush.todo', { todo: broke.todo })),
        ]),
  ];
};

const queueWords = ({ queue }: RushReport): string => {
  if (queue === null) return say('exports:word.rush.noQueue');
  const { waited, meanS, longestS } = queue;
  return say('exports:word.rush.queue', { n: waited, mean: Math.round(meanS), longest: Math.round(longestS) });
};

const capacityWords = ({ capacity, mostAtOnce, dial }: RushReport): string => {
  if (dial.length === 0) return say('exports:word.rush.still', { n: capacity, most: mostAtOnce });
  const turns = dial.map(({ at, to }) => say('exports:word.rush.turn', { minute: Math.floor(at / MINUTE_MS) + 1, to }));
  return say('exports:word.rush.dial', { n: capacity, turns: listed(turns), most: mostAtOnce });
};
