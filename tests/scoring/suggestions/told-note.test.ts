/** Suggestions that fit the drill and the fault they stand under (RULES M149). Stored plays are replayed whole. */
import { describe, expect, it } from 'vitest';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { library } from '#tests/support/library.ts';

const plays = new Map(readRounds().flatMap(({ round, plays }) => plays.map((play) => [`${round}/${play.id}`, play])));

const suggestions = (id: string, code: string): (string | null)[] => {
  const play = plays.get(id);
  if (play === undefined) throw new Error(id);
  const how = { after: play.after, card: play.card };
  const { report } = playedOnce(library, [play.scenario], toReplies(play.replies), how);
  return report.findings.filter((finding) => finding.code === code).map(({ better }) => better);
};

describe('[M149] a note that is suggested', () => {
  it('tells what the customer said in this drill, and nothing they never told', () => {
    expect(suggestions('0.8.6/e-ship-by-when-poor', 'missing-action')).toEqual([
      '点「备注」，写「最晚13日14:20前发，出库留言」',
    ]);
    expect(suggestions('0.9.3/t-ship-by-when-poor', 'missing-action')).toEqual([
      '点「备注」，写「客户15日开会，最晚13日22:40前发，出库留言」',
    ]);
  });
});

describe('[M149] a question that has to be asked first', () => {
  it('mends words that hurt by a caring word before it', () => {
    expect(suggestions('0.9.3/t-ship-by-when-poor', 'impatient')).toContain(
      '这件事让您受累了。您这么急，是哪天要用、哪天不在家？',
    );
  });
});
