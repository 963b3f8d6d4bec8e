/** Where people's words and rulings stand in a report, and what such a place is called on record and to a reader. */
import type { AppealPlace, DiscussionPlace } from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { PointPlace } from '#contract/results.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { inLanguage, language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { replyAt } from '#scoring/marks/proposals.ts';

/** A turn's first words stand for it. */
const TITLE_MOST = 40;

/**
 * The report that a record is made from: what is stored is Chinese whoever asks, so that it doesn't hang on who was the
 * first to look.
 */
export const reportOnRecord = ({ report }: Pick<DrillRecords, 'report'>, drill: string): Reply<Report> =>
  inLanguage('zh', () => report(drill));

/** What the place is called on record, as it stands; null where the report, which is the one on record, has no such place. */
export const titleOnRecord = (report: Report, place: DiscussionPlace): string | null =>
  inLanguage('zh', () => titleAt(report, place));

/** What a comment is about, on record: of the whole report it has no mark to name. */
export const commentOnRecord = (report: Report, place: DiscussionPlace): string | null =>
  place.kind === 'report' ? inLanguage('zh', () => say('results-said:place.whole')) : titleOnRecord(report, place);

/**
 * What a reader sees of a title on record: in another language than the record's the place's name in today's report, so
 * far as that has it. `report`: in the reader's language; null: the title stays as it was stored. The total's figure was
 * that of its day, and a report of today has another.
 */
export function shownTitle(
  stored: string,
  place: DiscussionPlace,
  report: Report | null,
  whole: 'comment' | 'total',
): string {
  if (language() === 'zh') return stored;
  if (place.kind !== 'report') return (report === null ? null : titleAt(report, place)) ?? stored;
  return whole === 'comment' ? say('results-said:place.whole') : say('results-said:place.total');
}

/** In the language of the report; null where it has no such place. */
function titleAt(report: Report, place: DiscussionPlace): string | null {
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
      return line === undefined ? null : say('results-said:place.turn', { words: shortened(line.text) });
    }
    case 'point': {
      const found = replyAt(report, place.point);
      if (found === null) return null;
      return say('results-said:place.point', { point: found.point.text, words: found.reply.words });
    }
  }
}

const shortened = (text: string): string => (text.length > TITLE_MOST ? `${text.slice(0, TITLE_MOST)}…` : text);

/** The place a ruling is about. */
export function placeOfRuling(ruling: { point: PointPlace } | { finding: string | null }): AppealPlace {
  if ('point' in ruling) return { kind: 'point', point: ruling.point };
  return ruling.finding === null ? { kind: 'report' } : { kind: 'finding', finding: ruling.finding };
}

/** What is missing: the refusal for a place the report doesn't have. */
export const unknownPlace = ({ kind }: DiscussionPlace) =>
  failure(kind === 'point' ? 'unknown-point' : kind === 'turn' ? 'unknown-turn' : 'unknown-finding');

/** What a person wrote, without the space around it; the refusal says whether it is empty or too long. */
export function textIn(text: string, most: number): Reply<string> {
  const words = text.replace(/\r\n?/g, '\n').trim();
  if (words === '') return { ok: false, error: failure('words-missing') };
  if (words.length > most) return { ok: false, error: failure('words-too-long', String(most)) };
  return { ok: true, value: words };
}
