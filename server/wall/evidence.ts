/** The sentences that show a fault. They are made when a tile is sent: several people may watch, each in another language. */
import type { LiveFault } from '#contract/wall.ts';
import { say } from '#i18n/say.ts';
import { titleOfRule } from '#scoring/facts/rubric-texts.ts';
import { titleOfAction } from '#scoring/facts/trade-texts.ts';
import type { Evidence, TileFault } from './tile-state.ts';

/** A rubric's title of a red line begins with 红线：; a tile leaves that out, since its colour and mark say it. */
const RED_LINE = /^(?:红线：|Red line: )/;

const MAX_CHARS = 80;

/** As a tile shows it, in the language of whoever gets it. */
export const liveFault = ({ evidence, ...fault }: TileFault): LiveFault => ({
  ...fault,
  title: withCapital(titleOfRule(fault).replace(RED_LINE, '')),
  quote: cutText(sentenceOf(evidence)),
});

/** Cuts the kept words to the 80 characters that a tile shows. */
export const cutEvidence = (evidence: Evidence): Evidence =>
  evidence.kind === 'words' || evidence.kind === 'late' ? { ...evidence, text: cutText(evidence.text) } : evidence;

const sentenceOf = (evidence: Evidence): string => {
  switch (evidence.kind) {
    case 'words':
      return evidence.text;
    case 'waiting':
      return say('server:wall.waiting', { seconds: evidence.seconds });
    case 'late':
      return say('server:wall.late', { seconds: evidence.seconds, text: evidence.text });
    case 'late-card':
      return say('server:wall.late', { seconds: evidence.seconds, text: say('server:wall.card') });
    case 'clicked':
      return say('server:wall.clicked', { action: titleOfAction(evidence.action) });
    case 'window-missed':
      return say('server:wall.window-missed');
    case 'gave-up':
      return say('server:wall.gave-up');
  }
};

/** Without 红线： or Red line: the title begins with its second part, which in English needs a capital. */
const withCapital = (title: string): string => `${title.charAt(0).toUpperCase()}${title.slice(1)}`;

const cutText = (text: string): string => (text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS - 1)}…`);
