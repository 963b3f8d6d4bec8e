/** The 18 export columns of one drill, each with the moments of the log it was counted from. */
import type { Report } from '#contract/report.ts';
import type { DeskColumn, FigureSource } from '#contract/results.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { staysOf } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import { countedRounds, type Round } from '#scoring/facts/rounds.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { bubbleText, cardText, secondsText } from '#scoring/log/phrasing.ts';
import { mean, percent, round1, sum } from '#scoring/measures/measure.ts';
import { askedSessions, hasHumanReply, unansweredOf } from '#scoring/measures/service.ts';
import { deskRules } from './rules.ts';

type Figure = { value: number | null; from: FigureSource[] };

const LONGEST_TEXT = 40;

const moment = ({ conversation: c, facts }: ConversationFacts, at: DrillMs, text: string): FigureSource => ({
  conversation: c.key,
  name: facts.scenario.customer.name,
  at,
  text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text,
});

/** Rows in the trade's order. Everything null or 0 when nobody came. */
export function deskRows(seens: readonly ConversationFacts[]): Report['desk'] {
  const figures: Record<DeskColumn, Figure> = { ...people(seens), ...messages(seens), ...times(seens) };
  return deskRules(seens[0]?.rubric).map((rule) => ({ ...rule, ...figures[rule.column] }));
}

const count = (from: FigureSource[]): Figure => ({ value: from.length, from });

type People =
  | 'talked'
  | 'served'
  | 'direct'
  | 'forwardedIn'
  | 'forwardedOut'
  | 'unanswered'
  | 'answerRate'
  | 'mostAtOnce';

function people(seens: readonly ConversationFacts[]): Record<People, Figure> {
  const talked = seens.filter(({ conversation: c }) => c.said.length > 0);
  const sessions = askedSessions(seens);
  const none = unansweredOf(seens);
  const firstWords = (s: ConversationFacts): FigureSource => moment(s, s.conversation.said[0]?.at ?? 0, textOf(s, 0));
  return {
    talked: count(talked.map(firstWords)),
    served: count(
      talked.filter(hasHumanReply).map((s) => {
        const reply = humanMessages(s).toSorted((a, b) => a.at - b.at)[0];
        return moment(s, reply?.at ?? 0, reply?.text ?? '');
      }),
    ),
    // Counted once a customer: one who comes back is the same person.
    direct: count(seens.map((s) => moment(s, s.conversation.arrivals[0]?.at ?? 0, say('desk-figures:moment.arrived')))),
    // Always 0: no seat can hand a customer to another yet, so nobody is forwarded in.
    forwardedIn: count([]),
    forwardedOut: count(
      seens.flatMap((s) =>
        s.conversation.closed?.by === 'transfer' ? [moment(s, s.conversation.closed.at, say('desk-figures:moment.transferred'))] : [],
      ),
    ),
    unanswered: count(none.map(firstWords)),
    answerRate: {
      value: percent(sessions.filter(({ answered }) => answered).length, sessions.length),
      from: sessions.map(({ seen, from, answered }) =>
        moment(seen, from, say(`desk-figures:moment.${answered ? 'replied' : 'no-reply'}`)),
      ),
    },
    mostAtOnce: mostAtOnce(seens),
  };
}

function mostAtOnce(seens: readonly ConversationFacts[]): Figure {
  const stays = seens.flatMap((s) => staysOf(s.conversation, s.history.lastAt).map((stay) => ({ s, ...stay })));
  const crowds = stays.map(({ from: at }) => ({ at, there: stays.filter((o) => o.from <= at && at < o.to) }));
  const most = crowds.toSorted((a, b) => b.there.length - a.there.length || a.at - b.at)[0];
  if (!most) return { value: null, from: [] };
  return {
    value: Math.max(1, most.there.length),
    from: most.there.map(({ s }) => moment(s, most.at, say('desk-figures:moment.at-desk'))),
  };
}

type Human = { at: DrillMs; text: string; characters: number };

const humanMessages = ({ conversation: c, facts }: ConversationFacts): Human[] => [
  ...c.spoke.map(({ at, text }) => ({ at, text, characters: [...text.replace(/\s/g, '')].length })),
  ...c.acted
    .filter((a) => a.sends)
    .map(({ at, action }) => ({ at, text: cardText(titleOfDeed(facts, action)), characters: 0 })),
];

function textOf({ conversation: c, facts }: ConversationFacts, number: number): string {
  const bubble = c.said[number]?.bubble;
  return bubble ? bubbleText(bubble, facts) : '';
}

type Messages = 'messages' | 'customerMessages' | 'traineeMessages' | 'answerRatio' | 'characters';

function messages(seens: readonly ConversationFacts[]): Record<Messages, Figure> {
  const theirs = seens.flatMap((s) => s.conversation.said.map((said, i) => moment(s, said.at, textOf(s, i))));
  const own = seens.flatMap((s) => humanMessages(s).map((human) => ({ s, human })));
  const mine = own.map(({ s, human }) => moment(s, human.at, human.text));
  const typed = own.filter(({ human }) => human.characters > 0);
  return {
    messages: count([...theirs, ...mine].toSorted((a, b) => a.at - b.at)),
    customerMessages: count(theirs),
    traineeMessages: count(mine),
    answerRatio: {
      value: theirs.length === 0 ? null : Math.round((mine.length / theirs.length) * 100) / 100,
      from: seens.map((s) =>
        moment(
          s,
          s.conversation.said[0]?.at ?? 0,
          say('desk-figures:moment.both', { mine: humanMessages(s).length, theirs: s.conversation.said.length }),
        ),
      ),
    },
    characters: {
      value: sum(typed.map(({ human }) => human.characters)),
      from: typed.map(({ s, human }) =>
        moment(s, human.at, say('desk-figures:moment.characters', { n: human.characters, text: human.text })),
      ),
    },
  };
}

type Times = 'slow' | 'long' | 'firstResponseS' | 'meanResponseS' | 'meanServiceS';

function times(seens: readonly ConversationFacts[]): Record<Times, Figure> {
  const { longMinutes } = handlingOf(seens[0]?.rubric);
  const answered = seens.flatMap((s) =>
    countedRounds(s.rounds)
      .filter((round) => round.to !== null)
      .map((round) => ({ s, round })),
  );
  const gaps = seens.map((s) => ({ s, gap: meanGap(s.rounds) }));
  const stays = seens.map((s) => ({
    s,
    seconds: sum(staysOf(s.conversation, s.history.lastAt).map(({ from, to }) => to - from)) / 1000,
  }));
  const served = stays.filter(({ s }) => hasHumanReply(s));
  return {
    slow: {
      value: gaps.every(({ gap }) => gap === null) ? null : gaps.filter(({ s }) => isSlow(s.rubric, s.rounds)).length,
      from: gaps.flatMap(({ s, gap }) =>
        gap !== null && isSlow(s.rubric, s.rounds)
          ? [moment(s, s.conversation.said[0]?.at ?? 0, say('desk-figures:moment.mean', { wait: secondsText(gap) }))]
          : [],
      ),
    },
    long: count(
      stays
        .filter(({ seconds }) => seconds > longMinutes * 60)
        .map(({ s, seconds }) =>
          moment(s, s.conversation.arrivals[0]?.at ?? 0, say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) })),
        ),
    ),
    firstResponseS: meanOf(answered.filter(({ round }) => round.first)),
    meanResponseS: meanOf(answered),
    meanServiceS: {
      value: rounded(mean(served.map(({ seconds }) => seconds))),
      from: served.map(({ s, seconds }) =>
        moment(s, s.conversation.arrivals[0]?.at ?? 0, say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) })),
      ),
    },
  };
}

const meanOf = (rounds: readonly { s: ConversationFacts; round: Round }[]): Figure => ({
  value: rounded(mean(rounds.map(({ round }) => round.seconds))),
  from: rounds.map(({ s, round }) => moment(s, round.from, secondsText(round.seconds))),
});

const rounded = (value: number | null): number | null => (value === null ? null : round1(value));
