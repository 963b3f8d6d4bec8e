/** Tables of the page: the rules that hold for any reply, and the whole turns. */

import type { InvariantName } from '#scripts/accuracy/invariants/rates.ts';
import type { Accuracy } from './figures.ts';
import { percent, table } from './tables.ts';
import type { TurnSet } from './turns.ts';

const HOLDS: readonly (readonly [name: InvariantName, what: string, aim: string])[] = [
  ['talk12', '十二句闲话，算成说到', '1 %'],
  ['talk24', '二十四句闲话，算成说到', '1 %'],
  ['service12', '十二句没内容的客服话，算成说到', '3 %'],
  ['othersCovered', '别的案例的好回复，算成说到', '5 %'],
  ['othersWrong', '别的案例的好回复，算成说错', '1 %'],
  ['figureFlipped', '说法里换了数，还算说到', '10 %'],
  ['figureFlippedInModel', '好回复里换了要点的数，还算说到', '10 %'],
  ['signFlipped', '说法里正反换了，还算说到', '12 %'],
  ['signFlippedInModel', '好回复里正反换了，还算说到', '12 %'],
  ['ownModelMissed', '好回复没听出', '2 %'],
  ['ownModelInTalkMissed', '好回复前面加三句闲话，没听出', '2 %'],
  ['wordingMissed', '作者写的说法没听出', '—'],
  ['wrongWordingCovered', '作者写的错话算成说到', '—'],
  ['wrongWordingMissed', '作者写的错话没听出', '—'],
  ['orderMissed', '说法前后两半对调，没听出', '—'],
  ['parrot', '把客户的话还给客户，算成说到', '—'],
];

/** How often the judge breaks what must hold. */
export const invariantsTable = ({ holds }: Pick<Accuracy, 'holds'>): string => {
  return table(
    ['', '破了', '目标'],
    HOLDS.map(([name, what, aim]) => {
      const { broken, of } = holds[name];
      return [what, `${percent(broken / of)}（${broken} / ${of}）`, aim];
    }),
  );
};

const TURNS: readonly (readonly [set: TurnSet, what: string])[] = [
  ['written', '写出来的回合，普通'],
  ['writtenHard', '写出来的回合，难'],
  ['playedLast', '没看过案例的人练的，最近一批'],
  ['played', '同样的案例，前一批'],
  ['playedBefore', '同样的案例，更早的一批'],
];

/** Whole turns, counted by pairs of a turn and a point of its open questions. */
export const turnsTable = ({ turns }: Pick<Accuracy, 'turns'>): string => {
  const share = (right: number, of: number): string => (of === 0 ? '—' : `${percent(right / of)}（${right} / ${of}）`);
  return table(
    ['', '说到的听出', '判说到判对', '有把握的判对', '说错的有把握听出', '有把握判错判对', '说对的判成说错'],
    TURNS.map(([set, what]) => {
      const { covered, wrong, accused } = turns[set];
      return [
        what,
        share(covered.found, covered.due),
        share(covered.right, covered.said),
        share(covered.sureRight, covered.sure),
        share(wrong.sureRight, wrong.due),
        share(wrong.sureRight, wrong.sure),
        share(accused, covered.due),
      ];
    }),
  );
};

const TAILS: readonly (readonly [kind: keyof Accuracy['tails'], what: string])[] = [
  ['rude', '跟一句难听的'],
  ['plain', '跟一句平常的（听出来就是冤枉）'],
  ['offsite', '跟一句拉到站外的'],
  ['honest', '跟一句像站外、其实不是的（听出来就是冤枉）'],
];

/** Bad lines behind a good answer, and honest ones like them. */
export const tailsTable = ({ tails }: Pick<Accuracy, 'tails'>): string => {
  return table(
    ['', '句', '听出', '其中有把握'],
    TAILS.map(([kind, what]) => {
      const { of, heard, surely } = tails[kind];
      return [what, String(of), String(heard), String(surely)];
    }),
  );
};
