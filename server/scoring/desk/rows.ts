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

const moment = ({ conversation, facts }: ConversationFacts, at: DrillMs, text: string): FigureSource => ({
  conversation: conversation.key,
  name: facts.scenario.customer.name,
  at,
  text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text,
});

/** Rows in the trade's order. Everything null or 0 when nobody came. */
export function deskRows(seens: readonly ConversationFacts[]): Report['desk'] {
  const figures: Record<DeskColumn, Figure> = {
    ...peopleFigures(seens),
    ...messageFigures(seens),
    ...timeFigures(seens),
  };
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

function peopleFigures(seens: readonly ConversationFacts[]): Record<People, Figure> {
  const talked = seens.filter(({ conversation }) => conversation.said.length > 0);
  const sessions = askedSessions(seens);
  const unanswered = unansweredOf(seens);
  const firstWords = (seen: ConversationFacts): FigureSource =>
    moment(seen, seen.conversation.said[0]?.at ?? 0, textOf(seen, 0));
  return {
    talked: count(talked.map(firstWords)),
    served: count(
      talked.filter(hasHumanReply).map((seen) => {
        const reply = humanMessages(seen).toSorted((a, b) => a.at - b.at)[0];
        return moment(seen, reply?.at ?? 0, reply?.text ?? '');
      }),
    ),
    // Counted once a customer: one who comes back is the same person.
    direct: count(
      seens.map((seen) => moment(seen, seen.conversation.arrivals[0]?.at ?? 0, say('desk-figures:moment.arrived'))),
    ),
    // Always 0: no seat can hand a customer to another yet, so nobody is forwarded in.
    forwardedIn: count([]),
    forwardedOut: count(
      seens.flatMap((seen) =>
        seen.conversation.closed?.by === 'transfer'
          ? [moment(seen, seen.conversation.closed.at, say('desk-figures:moment.transferred'))]
          : [],
      ),
    ),
    unanswered: count(unanswered.map(firstWords)),
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
  const stays = seens.flatMap((seen) =>
    staysOf(seen.conversation, seen.history.lastAt).map((stay) => ({ seen, ...stay })),
  );
  const crowds = stays.map(({ from: at }) => ({ at, there: stays.filter(({ from, to }) => from <= at && at < to) }));
  const most = crowds.toSorted((a, b) => b.there.length - a.there.length || a.at - b.at)[0];
  if (!most) return { value: null, from: [] };
  return {
    value: Math.max(1, most.there.length),
    from: most.there.map(({ seen }) => moment(seen, most.at, say('desk-figures:moment.at-desk'))),
  };
}

type Human = { at: DrillMs; text: string; characters: number };

const humanMessages = ({ conversation, facts }: ConversationFacts): Human[] => [
  ...conversation.spoke.map(({ at, text }) => ({ at, text, characters: [...text.replace(/\s/g, '')].length })),
  ...conversation.acted
    .filter(({ sends }) => sends)
    .map(({ at, action }) => ({ at, text: cardText(titleOfDeed(facts, action)), characters: 0 })),
];

function textOf({ conversation, facts }: ConversationFacts, number: number): string {
  const bubble = conversation.said[number]?.bubble;
  return bubble ? bubbleText(bubble, facts) : '';
}

type Messages = 'messages' | 'customerMessages' | 'traineeMessages' | 'answerRatio' | 'characters';

function messageFigures(seens: readonly ConversationFacts[]): Record<Messages, Figure> {
  const theirs = seens.flatMap((seen) =>
    seen.conversation.said.map((said, i) => moment(seen, said.at, textOf(seen, i))),
  );
  const own = seens.flatMap((seen) => humanMessages(seen).map((human) => ({ seen, human })));
  const mine = own.map(({ seen, human }) => moment(seen, human.at, human.text));
  const typed = own.filter(({ human }) => human.characters > 0);
  return {
    messages: count([...theirs, ...mine].toSorted((a, b) => a.at - b.at)),
    customerMessages: count(theirs),
    traineeMessages: count(mine),
    answerRatio: {
      value: theirs.length === 0 ? null : Math.round((mine.length / theirs.length) * 100) / 100,
      from: seens.map((seen) =>
        moment(
          seen,
          seen.conversation.said[0]?.at ?? 0,
          say('desk-figures:moment.both', { mine: humanMessages(seen).length, theirs: seen.conversation.said.length }),
        ),
      ),
    },
    characters: {
      value: sum(typed.map(({ human }) => human.characters)),
      from: typed.map(({ seen, human }) =>
        moment(seen, human.at, say('desk-figures:moment.characters', { n: human.characters, text: human.text })),
      ),
    },
  };
}

type Times = 'slow' | 'long' | 'firstResponseS' | 'meanResponseS' | 'meanServiceS';

function timeFigures(seens: readonly ConversationFacts[]): Record<Times, Figure> {
  const { longMinutes } = handlingOf(seens[0]?.rubric);
  const answered = seens.flatMap((seen) =>
    countedRounds(seen.rounds)
      .filter((round) => round.to !== null)
      .map((round) => ({ seen, round })),
  );
  const gaps = seens.map((seen) => ({ seen, gap: meanGap(seen.rounds) }));
  const stays = seens.map((seen) => ({
    seen,
    seconds: sum(staysOf(seen.conversation, seen.history.lastAt).map(({ from, to }) => to - from)) / 1000,
  }));
  const served = stays.filter(({ seen }) => hasHumanReply(seen));
  return {
    slow: {
      value: gaps.every(({ gap }) => gap === null)
        ? null
        : gaps.filter(({ seen }) => isSlow(seen.rubric, seen.rounds)).length,
      from: gaps.flatMap(({ seen, gap }) =>
        gap !== null && isSlow(seen.rubric, seen.rounds)
          ? [
              moment(
                seen,
                seen.conversation.said[0]?.at ?? 0,
                say('desk-figures:moment.mean', { wait: secondsText(gap) }),
              ),
            ]
          : [],
      ),
    },
    long: count(
      stays
        .filter(({ seconds }) => seconds > longMinutes * 60)
        .map(({ seen, seconds }) =>
          moment(
            seen,
            seen.conversation.arrivals[0]?.at ?? 0,
            say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) }),
          ),
        ),
    ),
    firstResponseS: meanOf(answered.filter(({ round }) => round.first)),
    meanResponseS: meanOf(answered),
    meanServiceS: {
      value: rounded(mean(served.map(({ seconds }) => seconds))),
      from: served.map(({ seen, seconds }) =>
        moment(
          seen,
          seen.conversation.arrivals[0]?.at ?? 0,
          say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) }),
        ),
      ),
    },
  };
}

const meanOf = (rounds: readonly { seen: ConversationFacts; round: Round }[]): Figure => ({
  value: rounded(mean(rounds.map(({ round }) => round.seconds))),
  from: rounds.map(({ seen, round }) => moment(seen, round.from, secondsText(round.seconds))),
});

const rounded = (value: number | null): number | null => (value === null ? null : round1(value));
