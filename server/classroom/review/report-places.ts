/** Where people's words and rulings stand in a report, and what such a place is called on record and to a reader. */
import type { AppealPlace, DiscussionPlace } from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { PointPlace } from '#contract/results.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { inLanguage, language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { replyAt } from '#scoring/marks/proposals.ts';

/** Characters of a turn's first words, which stand for it in a title. */
const MAX_TITLE_CHARACTERS = 40;

/** The report that a record is made from. It is Chinese whoever asks: otherwise its words would depend on who looked first. */
export const reportOnRecord = ({ report }: Pick<DrillRecords, 'report'>, drill: string): Promise<Reply<Report>> =>
  inLanguage('zh', () => report(drill));

/** The place's title for the record. `report` is the one on record; null when it has no such place. */
export const titleOnRecord = (report: Report, place: DiscussionPlace): string | null =>
  inLanguage('zh', () => titleAt(report, place));

/** The title for the record of a comment. A comment on the whole report doesn't name the total, as an appeal does. */
export const commentOnRecord = (report: Report, place: DiscussionPlace): string | null =>
  place.kind === 'report' ? inLanguage('zh', () => say('results-said:place.whole')) : titleOnRecord(report, place);

/**
 * A title on record as a reader sees it. In another language than Chinese it is the place's name in today's report, as
 * far as that has the place. `report`: in the reader's language; null: the title stays as stored. For the total no
 * figure is named: the one on record is of its day, and today's report has another.
 */
export const shownTitle = (
  stored: string,
  place: DiscussionPlace,
  report: Report | null,
  whole: 'comment' | 'total',
): string => {
  if (language() === 'zh') return stored;
  if (place.kind !== 'report') return (report === null ? null : titleAt(report, place)) ?? stored;
  return whole === 'comment' ? say('results-said:place.whole') : say('results-said:place.total');
};

/** The place's title in the language of the report; null when the report has no such place. */
const titleAt = (report: Report, place: DiscussionPlace): string | null => {
  switch (place.kind) {
    case 'report':
      return say('results-said:place.score', { score: report.score });
    case 'finding': {
      const found = report.findings.find(({ key }) => key === place.finding);
      if (found === undefined) return null;
      const { title, quote } = found;
      return quote === '' ? title : say('results-said:place.finding', { title, quote });
    }
    case 'turn': {
      const line = report.transcript.find(({ id }) => id === place.message);
      return line === undefined ? null : say('results-said:place.turn', { words: shortTitle(line.text) });
    }
    case 'point': {
      const found = replyAt(report, place.point);
      if (found === null) return null;
      return say('results-said:place.point', { point: found.point.text, words: found.reply.words });
    }
  }
};

const shortTitle = (text: string): string =>
  text.length > MAX_TITLE_CHARACTERS ? `${text.slice(0, MAX_TITLE_CHARACTERS)}…` : text;

/** The place a ruling is about. */
export const placeOfRuling = (ruling: { point: PointPlace } | { finding: string | null }): AppealPlace => {
  if ('point' in ruling) return { kind: 'point', point: ruling.point };
  return ruling.finding === null ? { kind: 'report' } : { kind: 'finding', finding: ruling.finding };
};

/** The refusal for a place that the report doesn't have; it says what is missing. */
export const unknownPlace = ({ kind }: DiscussionPlace) =>
  failure(kind === 'point' ? 'unknown-point' : kind === 'turn' ? 'unknown-turn' : 'unknown-finding');

/** What a person wrote, without the space around it; the refusal says whether it is empty or too long. */
export const trimmedText = (text: string, maxLength: number): Reply<string> => {
  const trimmed = text.replace(/\r\n?/g, '\n').trim();
  if (trimmed === '') return { ok: false, error: failure('words-missing') };
  if (trimmed.length > maxLength) return { ok: false, error: failure('words-too-long', String(maxLength)) };
  return { ok: true, value: trimmed };
};
