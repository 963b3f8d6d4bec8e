/** The 18 export columns of one drill, each with the moments of the log it was counted from. */
import type { Report } from '#contract/report.ts';
import type { DeskColumn, FigureSource } from '#contract/results.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { mean, sum, toTenth } from '#scoring/facts/arithmetic.ts';
import { staysOf } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import { countedRounds, type Round } from '#scoring/facts/rounds.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { bubbleText, cardText, secondsText } from '#scoring/log/phrasing.ts';
import { percent } from '#scoring/measures/measure.ts';
import { askedSessions, hasHumanReply, unansweredOf } from '#scoring/measures/service.ts';
import { deskRules } from './rules.ts';

type Figure = { value: number | null; from: FigureSource[] };

const LONGEST_TEXT = 40;

const moment = ({ conversation, caseFacts }: ConversationFacts, at: DrillMs, text: string): FigureSource => ({
  conversation: conversation.key,
  name: caseFacts.scenario.customer.name,
  at,
  text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text,
});

/** Rows in the trade's order. Everything null or 0 when nobody came. */
export function deskRows(allFacts: readonly ConversationFacts[]): Report['desk'] {
  const figures: Record<DeskColumn, Figure> = {
    ...peopleFigures(allFacts),
    ...messageFigures(allFacts),
    ...timeFigures(allFacts),
  };
  return deskRules(allFacts[0]?.rubric).map((rule) => ({ ...rule, ...figures[rule.column] }));
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

function peopleFigures(allFacts: readonly ConversationFacts[]): Record<People, Figure> {
  const talked = allFacts.filter(({ conversation }) => conversation.said.length > 0);
  const sessions = askedSessions(allFacts);
  const unanswered = unansweredOf(allFacts);
  const firstWords = (facts: ConversationFacts): FigureSource =>
    moment(facts, facts.conversation.said[0]?.at ?? 0, textOf(facts, 0));
  return {
    talked: count(talked.map(firstWords)),
    served: count(
      talked.filter(hasHumanReply).map((facts) => {
        const reply = humanMessages(facts).toSorted((a, b) => a.at - b.at)[0];
        return moment(facts, reply?.at ?? 0, reply?.text ?? '');
      }),
    ),
    // Counted once a customer: one who comes back is the same person.
    direct: count(
      allFacts.map((facts) =>
        moment(facts, facts.conversation.arrivals[0]?.at ?? 0, say('desk-figures:moment.arrived')),
      ),
    ),
    // Always 0: no seat can hand a customer to another yet, so nobody is forwarded in.
    forwardedIn: count([]),
    forwardedOut: count(
      allFacts.flatMap((facts) =>
        facts.conversation.closed?.by === 'transfer'
          ? [moment(facts, facts.conversation.closed.at, say('desk-figures:moment.transferred'))]
          : [],
      ),
    ),
    unanswered: count(unanswered.map(firstWords)),
    answerRate: {
      value: percent(sessions.filter(({ answered }) => answered).length, sessions.length),
      from: sessions.map(({ facts, from, answered }) =>
        moment(facts, from, say(`desk-figures:moment.${answered ? 'replied' : 'no-reply'}`)),
      ),
    },
    mostAtOnce: mostAtOnce(allFacts),
  };
}

function mostAtOnce(allFacts: readonly ConversationFacts[]): Figure {
  const stays = allFacts.flatMap((facts) =>
    staysOf(facts.conversation, facts.history.lastAt).map((stay) => ({ facts, ...stay })),
  );
  const crowds = stays.map(({ from: at }) => ({ at, there: stays.filter(({ from, to }) => from <= at && at < to) }));
  const most = crowds.toSorted((a, b) => b.there.length - a.there.length || a.at - b.at)[0];
  if (!most) return { value: null, from: [] };
  return {
    value: Math.max(1, most.there.length),
    from: most.there.map(({ facts }) => moment(facts, most.at, say('desk-figures:moment.at-desk'))),
  };
}

type Human = { at: DrillMs; text: string; characters: number };

const humanMessages = ({ conversation, caseFacts }: ConversationFacts): Human[] => [
  ...conversation.spoke.map(({ at, text }) => ({ at, text, characters: [...text.replace(/\s/g, '')].length })),
  ...conversation.acted
    .filter(({ sends }) => sends)
    .map(({ at, action }) => ({ at, text: cardText(titleOfDeed(caseFacts, action)), characters: 0 })),
];

function textOf({ conversation, caseFacts }: ConversationFacts, number: number): string {
  const bubble = conversation.said[number]?.bubble;
  return bubble ? bubbleText(bubble, caseFacts) : '';
}

type Messages = 'messages' | 'customerMessages' | 'traineeMessages' | 'answerRatio' | 'characters';

function messageFigures(allFacts: readonly ConversationFacts[]): Record<Messages, Figure> {
  const theirs = allFacts.flatMap((facts) =>
    facts.conversation.said.map((said, i) => moment(facts, said.at, textOf(facts, i))),
  );
  const own = allFacts.flatMap((facts) => humanMessages(facts).map((human) => ({ facts, human })));
  const mine = own.map(({ facts, human }) => moment(facts, human.at, human.text));
  const typed = own.filter(({ human }) => human.characters > 0);
  return {
    messages: count([...theirs, ...mine].toSorted((a, b) => a.at - b.at)),
    customerMessages: count(theirs),
    traineeMessages: count(mine),
    answerRatio: {
      value: theirs.length === 0 ? null : Math.round((mine.length / theirs.length) * 100) / 100,
      from: allFacts.map((facts) =>
        moment(
          facts,
          facts.conversation.said[0]?.at ?? 0,
          say('desk-figures:moment.both', {
            mine: humanMessages(facts).length,
            theirs: facts.conversation.said.length,
          }),
        ),
      ),
    },
    characters: {
      value: sum(typed.map(({ human }) => human.characters)),
      from: typed.map(({ facts, human }) =>
        moment(facts, human.at, say('desk-figures:moment.characters', { n: human.characters, text: human.text })),
      ),
    },
  };
}

type Times = 'slow' | 'long' | 'firstResponseS' | 'meanResponseS' | 'meanServiceS';

function timeFigures(allFacts: readonly ConversationFacts[]): Record<Times, Figure> {
  const { longMinutes } = handlingOf(allFacts[0]?.rubric);
  const answered = allFacts.flatMap((facts) =>
    countedRounds(facts.rounds)
      .filter((round) => round.to !== null)
      .map((round) => ({ facts, round })),
  );
  const gaps = allFacts.map((facts) => ({ facts, gap: meanGap(facts.rounds) }));
  const stays = allFacts.map((facts) => ({
    facts,
    seconds: sum(staysOf(facts.conversation, facts.history.lastAt).map(({ from, to }) => to - from)) / 1000,
  }));
  const served = stays.filter(({ facts }) => hasHumanReply(facts));
  return {
    slow: {
      value: gaps.every(({ gap }) => gap === null)
        ? null
        : gaps.filter(({ facts }) => isSlow(facts.rubric, facts.rounds)).length,
      from: gaps.flatMap(({ facts, gap }) =>
        gap !== null && isSlow(facts.rubric, facts.rounds)
          ? [
              moment(
                facts,
                facts.conversation.said[0]?.at ?? 0,
                say('desk-figures:moment.mean', { wait: secondsText(gap) }),
              ),
            ]
          : [],
      ),
    },
    long: count(
      stays
        .filter(({ seconds }) => seconds > longMinutes * 60)
        .map(({ facts, seconds }) =>
          moment(
            facts,
            facts.conversation.arrivals[0]?.at ?? 0,
            say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) }),
          ),
        ),
    ),
    firstResponseS: meanOf(answered.filter(({ round }) => round.first)),
    meanResponseS: meanOf(answered),
    meanServiceS: {
      value: rounded(mean(served.map(({ seconds }) => seconds))),
      from: served.map(({ facts, seconds }) =>
        moment(
          facts,
          facts.conversation.arrivals[0]?.at ?? 0,
          say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) }),
        ),
      ),
    },
  };
}

const meanOf = (rounds: readonly { facts: ConversationFacts; round: Round }[]): Figure => ({
  value: rounded(mean(rounds.map(({ round }) => round.seconds))),
  from: rounds.map(({ facts, round }) => moment(facts, round.from, secondsText(round.seconds))),
});

const rounded = (value: number | null): number | null => (value === null ? null : toTenth(value));
