/** After a role play the player settles what the judge doubted (RULES J34). */
import { addRuling } from '#classroom/review/rulings.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { PointPlace } from '#contract/results.ts';
import type { PlayedDoubt, PlayedDoubts } from '#contract/together/role-plays.ts';
import { playerRuling } from '#drills/reports/rulings-of.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { inLanguage } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { placeKey } from '#scoring/marks/rulings.ts';
import type { Storage } from '#storage/storage.ts';
import type { StoredRolePlay } from '#storage/together/role-plays.ts';

type Needs = { storage: Storage; runner: Pick<DrillRecords, 'report'>; clock: Pick<Clock, 'now'> };
export type Settling = { point: PointPlace; said: 'said' | 'not-said' | 'unsure' };

/** The doubts that stand, with those the player has settled; refused before the end. */
export const doubtsOf = async (needs: Needs, { drill, unsaid, felt }: StoredRolePlay): Promise<Reply<PlayedDoubts>> => {
  const report = await needs.runner.report(drill);
  if (!report.ok) return report.error.code === 'report-not-ready' ? refused('role-play-not-over') : report;
  const rulings = (await needs.storage.results.rulings(drill)).filter(({ by }) => by === playerRuling(drill));
  const cannotSay = new Set(unsaid.map(placeKey));
  const own = new Set(rulings.map(({ id }) => id));
  return { ok: true, value: { doubts: doubtsIn(report.value, own, cannotSay), felt } };
};

/** Stores what the player says of a doubt. A doubt that staff have ruled on is theirs, and not to be found here. */
export const settle = async (
  needs: Needs,
  rolePlay: StoredRolePlay,
  { point, said }: Settling,
): Promise<Reply<PlayedDoubts>> => {
  const { storage } = needs;
  const { drill } = rolePlay;
  return await storage.locks.hold(`role-play ${drill}`, async () => {
    const current = (await storage.rolePlays.ofDrill(drill)) ?? rolePlay;
    const before = await doubtsOf(needs, current);
    if (!before.ok) return before;
    const known = before.value.doubts.find(({ place }) => placeKey(place) === placeKey(point));
    if (known === undefined) return refused('unknown-point');
    if (known.said === said) return before;
    const others = current.unsaid.filter((place) => placeKey(place) !== placeKey(point));
    await storage.rolePlays.setUnsaid(drill, said === 'unsure' ? [...others, point] : others);
    for (const ruling of await storage.results.rulings(drill))
      if (isOfPlayer(ruling, drill, point))
        await storage.results.undoRuling(ruling.id, playerRuling(drill), needs.clock.now());
    if (said !== 'unsure') {
      const reason = inLanguage('zh', () => say('role-play-said:ruling.reason'));
      const verdict = said === 'said' ? 'covered' : 'not-said';
      const ruled = await addRuling(needs, drill, playerRuling(drill), { point, verdict, reason, example: false });
      if (!ruled.ok) return ruled;
    }
    return await doubtsOf(needs, (await storage.rolePlays.ofDrill(drill)) ?? current);
  });
};

const isOfPlayer = (
  { by, undoneAt, point }: { by: string; undoneAt: number | null; point: PointPlace | null },
  drill: string,
  place: PointPlace,
): boolean => by === playerRuling(drill) && undoneAt === null && point !== null && placeKey(point) === placeKey(place);

/** `own`: ids of the player's rulings. */
const doubtsIn = ({ ledger }: Report, own: ReadonlySet<string>, cannotSay: ReadonlySet<string>): PlayedDoubt[] =>
  ledger.flatMap(({ conversation, text, points }) =>
    points.flatMap((point) =>
      point.replies.flatMap(({ turn, words, doubtful, ruling }) => {
        const place = { conversation, point: point.id, turn };
        const isOwn = ruling !== null && own.has(ruling.id);
        if (!doubtful && !isOwn) return [];
        const ruled = ruling?.verdict === 'covered' ? 'said' : 'not-said';
        const open = cannotSay.has(placeKey(place)) ? 'unsure' : null;
        return [{ place, question: text, point: point.text, quote: words, said: isOwn ? ruled : open }];
      }),
    ),
  );
