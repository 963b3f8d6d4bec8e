/** The stretches of a reply that answer nothing by themselves, and the points that such words tell all the same. */
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { comingBackIn, speaksOfComingBack } from './coming-back.ts';
import { leftElsewhereIn, sentAwayIn, speaksOfElsewhere } from './left-elsewhere.ts';
import { leftToPageIn, speaksOfPage } from './left-to-page.ts';
import { regretsIn, regretsWait } from './waited-for.ts';

type Span = { start: number; end: number };

/** Whether a point is itself what such words tell: that the shop looks it up (RULES T120), that another rule holds (RULES Q89), where it is written (RULES T155), whom the customer is to ask (RULES T199), that the wait is regretted (RULES T176). */
type Told = { comingBack: boolean; elsewhere: boolean; page: boolean; sent: boolean; wait: boolean };
const TOLD = new WeakMap<CompiledWordings, Told>();

const toldBy = (compiled: CompiledWordings): Told => {
  const known = TOLD.get(compiled);
  if (known !== undefined) return known;
  const readings = compiled.rightWordings.map(({ folded }) => readText(folded));
  const told = {
    comingBack: compiled.isReplyDeadline || readings.some(speaksOfComingBack),
    elsewhere: readings.some(speaksOfElsewhere),
    page: readings.some(speaksOfPage),
    sent: readings.some((reading) => sentAwayIn(reading).length > 0),
    wait: readings.some(regretsWait),
  };
  TOLD.set(compiled, told);
  return told;
};

/** For each point the stretches of the reply in which it can't be told. */
export const idleWordsOf = (reading: Reading): ((compiled: CompiledWordings) => readonly Span[]) => {
  const comingBack = comingBackIn(reading);
  const elsewhere = leftElsewhereIn(reading);
  const toPage = leftToPageIn(reading);
  const sent = sentAwayIn(reading);
  const regrets = regretsIn(reading);
  if ([comingBack, elsewhere, toPage, sent, regrets].every(({ length }) => length === 0)) return () => [];
  return (compiled) => {
    const told = toldBy(compiled);
    return [
      ...(told.comingBack ? [] : comingBack),
      ...(told.elsewhere ? [] : elsewhere),
      ...(told.page ? [] : toPage),
      ...(told.sent ? [] : sent),
      ...(told.wait ? [] : regrets),
    ];
  };
};
