/** Where people's words and rulings stand in a report, and what such a place is called on record. */
import type { AppealPlace, TalkPlace } from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { PointPlace } from '#contract/results.ts';
import { replyAt } from '#scoring/marks/proposals.ts';

/** A turn's first words stand for it. */
const TITLE_MOST = 40;

/** What the place is called, as it stands; null where the report has no such place. */
export function titleAt(report: Report, place: TalkPlace): string | null {
  switch (place.kind) {
    case 'report':
      return `总分 ${report.score}`;
    case 'finding': {
      const found = report.findings.find(({ key }) => key === place.finding);
      if (found === undefined) return null;
      return `${found.title}${found.quote === '' ? '' : `「${found.quote}」`}`;
    }
    case 'turn': {
      const line = report.transcript.find(({ id }) => id === place.message);
      return line === undefined ? null : `「${shortened(line.text)}」`;
    }
    case 'point': {
      const found = replyAt(report, place.point);
      return found === null ? null : `${found.point.text}「${found.reply.words}」`;
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
export const unknownPlace = ({ kind }: TalkPlace) =>
  failure(kind === 'point' ? 'unknown-point' : kind === 'turn' ? 'unknown-turn' : 'unknown-finding');

/** What a person wrote, without the space around it; the refusal says whether it is empty or too long. */
export function textIn(text: string, most: number): Reply<string> {
  const words = text.replace(/\r\n?/g, '\n').trim();
  if (words === '') return { ok: false, error: failure('words-missing') };
  if (words.length > most) return { ok: false, error: failure('words-too-long', String(most)) };
  return { ok: true, value: words };
}
