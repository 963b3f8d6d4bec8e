/** The 18 export columns of one drill, each with the moments of the log it was counted from. */
import type { Report } from '#contract/report.ts';
import type { ReportMoment } from '#contract/report-figures.ts';
import type { DeskColumn } from '#contract/results.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { staysOf } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import { countedRounds, type Round } from '#scoring/facts/rounds.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { mean, sum, toTenth } from '#scoring/log/arithmetic.ts';
import { bubbleText, cardText, secondsText } from '#scoring/log/phrasing.ts';
import { percent } from '#scoring/measures/measure.ts';
import { askedSessions, hasHumanReply, unansweredOf } from '#scoring/measures/service.ts';
import { deskRules } from './rules.ts';

type Figure = { value: number | null; sources: ReportMoment[] };

const LONGEST_TEXT = 40;

const sourceAt = ({ conversation, caseFacts }: ConversationFacts, at: DrillMs, text: string): ReportMoment => ({
  conversation: conversation.key,
  name: caseFacts.scenario.customer.name,
  at,
  text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text,
});

/** Rows in the trade's order. Everything null or 0 when nobody came. */
export const deskRows = (allFacts: readonly ConversationFacts[]): Report['desk'] => {
  const figures: Record<DeskColumn, Figure> = {
    ...peopleFigures(allFacts),
    ...messageFigures(allFacts),
    ...timeFigures(allFacts),
  };
  return deskRules(allFacts[0]?.rubric).map((rule) => {
    const { value, sources } = figures[rule.column];
    return { ...rule, value, from: sources };
  });
};

const count = (sources: ReportMoment[]): Figure => ({ value: sources.length, sources });

type PeopleColumn =
  | 'talked'
  | 'served'
  | 'direct'
  | 'forwardedIn'
  | 'forwardedOut'
  | 'unanswered'
  | 'answerRate'
  | 'mostAtOnce';

const peopleFigures = (allFacts: readonly ConversationFacts[]): Record<PeopleColumn, Figure> => {
  const customersTalked = allFacts.filter(({ conversation }) => conversation.customerMessages.length > 0);
  const sessions = askedSessions(allFacts);
  const unanswered = unansweredOf(allFacts);
  const firstWords = (facts: ConversationFacts): ReportMoment =>
    sourceAt(facts, facts.conversation.customerMessages[0]?.at ?? 0, customerMessageText(facts, 0));
  return {
    talked: count(customersTalked.map(firstWords)),
    served: count(
      customersTalked.filter(hasHumanReply).map((facts) => {
        const reply = traineeMessagesOf(facts).toSorted((a, b) => a.at - b.at)[0];
        return sourceAt(facts, reply?.at ?? 0, reply?.text ?? '');
      }),
    ),
    // Counted once a customer: one who comes back is the same person.
    direct: count(
      allFacts.map((facts) =>
        sourceAt(facts, facts.conversation.arrivals[0]?.at ?? 0, say('desk-figures:moment.arrived')),
      ),
    ),
    forwardedIn: count(
      allFacts.flatMap((facts) =>
        facts.conversation.inherited === null
          ? []
          : [sourceAt(facts, facts.conversation.arrivals[0]?.at ?? 0, say('desk-figures:moment.arrived'))],
      ),
    ),
    forwardedOut: count(
      allFacts.flatMap((facts) =>
        facts.conversation.closed?.by === 'transfer'
          ? [sourceAt(facts, facts.conversation.closed.at, say('desk-figures:moment.transferred'))]
          : [],
      ),
    ),
    unanswered: count(unanswered.map(firstWords)),
    answerRate: {
      value: percent(sessions.filter(({ answered }) => answered).length, sessions.length),
      sources: sessions.map(({ facts, from, answered }) =>
        sourceAt(facts, from, say(`desk-figures:moment.${answered ? 'replied' : 'no-reply'}`)),
      ),
    },
    mostAtOnce: mostAtOnce(allFacts),
  };
};

const mostAtOnce = (allFacts: readonly ConversationFacts[]): Figure => {
  const stays = allFacts.flatMap((facts) =>
    staysOf(facts.conversation, facts.history.lastAt).map((stay) => ({ facts, ...stay })),
  );
  const crowds = stays.map(({ from: at }) => ({ at, there: stays.filter(({ from, to }) => from <= at && at < to) }));
  const fullestMoment = crowds.toSorted((a, b) => b.there.length - a.there.length || a.at - b.at)[0];
  if (!fullestMoment) return { value: null, sources: [] };
  return {
    value: Math.max(1, fullestMoment.there.length),
    sources: fullestMoment.there.map(({ facts }) =>
      sourceAt(facts, fullestMoment.at, say('desk-figures:moment.at-desk')),
    ),
  };
};

type TraineeMessage = { at: DrillMs; text: string; characters: number };

const traineeMessagesOf = ({ conversation, caseFacts }: ConversationFacts): TraineeMessage[] => [
  ...conversation.traineeMessages.map(({ at, text }) => ({
    at,
    text,
    characters: [...text.replace(/\s/g, '')].length,
  })),
  ...conversation.clicks
    .filter(({ sends }) => sends)
    .map(({ at, action }) => ({ at, text: cardText(titleOfDeed(caseFacts, action)), characters: 0 })),
];

const customerMessageText = ({ conversation, caseFacts }: ConversationFacts, index: number): string => {
  const bubble = conversation.customerMessages[index]?.bubble;
  return bubble ? bubbleText(bubble, caseFacts) : '';
};

type MessageColumn = 'messages' | 'customerMessages' | 'traineeMessages' | 'answerRatio' | 'characters';

const messageFigures = (allFacts: readonly ConversationFacts[]): Record<MessageColumn, Figure> => {
  const customerSources = allFacts.flatMap((facts) =>
    facts.conversation.customerMessages.map((message, index) =>
      sourceAt(facts, message.at, customerMessageText(facts, index)),
    ),
  );
  const messages = allFacts.flatMap((facts) => traineeMessagesOf(facts).map((message) => ({ facts, human: message })));
  const traineeSources = messages.map(({ facts, human: message }) => sourceAt(facts, message.at, message.text));
  const typed = messages.filter(({ human: message }) => message.characters > 0);
  return {
    messages: count([...customerSources, ...traineeSources].toSorted((a, b) => a.at - b.at)),
    customerMessages: count(customerSources),
    traineeMessages: count(traineeSources),
    answerRatio: {
      value:
        customerSources.length === 0 ? null : Math.round((traineeSources.length / customerSources.length) * 100) / 100,
      sources: allFacts.map((facts) =>
        sourceAt(
          facts,
          facts.conversation.customerMessages[0]?.at ?? 0,
          say('desk-figures:moment.both', {
            mine: traineeMessagesOf(facts).length,
            theirs: facts.conversation.customerMessages.length,
          }),
        ),
      ),
    },
    characters: {
      value: sum(typed.map(({ human: message }) => message.characters)),
      sources: typed.map(({ facts, human: message }) =>
        sourceAt(
          facts,
          message.at,
          say('desk-figures:moment.characters', { n: message.characters, text: message.text }),
        ),
      ),
    },
  };
};

type TimeColumn = 'slow' | 'long' | 'firstResponseS' | 'meanResponseS' | 'meanServiceS';

const timeFigures = (allFacts: readonly ConversationFacts[]): Record<TimeColumn, Figure> => {
  const { longMinutes } = handlingOf(allFacts[0]?.rubric);
  const answered = allFacts.flatMap((facts) =>
    countedRounds(facts.rounds)
      .filter((round) => round.to !== null)
      .map((round) => ({ facts, round })),
  );
  const meanGaps = allFacts.map((facts) => ({ facts, gap: meanGap(facts.rounds) }));
  const stays = allFacts.map((facts) => ({
    facts,
    seconds: sum(staysOf(facts.conversation, facts.history.lastAt).map(({ from, to }) => to - from)) / 1000,
  }));
  const served = stays.filter(({ facts }) => hasHumanReply(facts));
  return {
    slow: {
      value: meanGaps.every(({ gap }) => gap === null)
        ? null
        : meanGaps.filter(({ facts }) => isSlow(facts.rubric, facts.rounds)).length,
      sources: meanGaps.flatMap(({ facts, gap }) =>
        gap !== null && isSlow(facts.rubric, facts.rounds)
          ? [
              sourceAt(
                facts,
                facts.conversation.customerMessages[0]?.at ?? 0,
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
          sourceAt(
            facts,
            facts.conversation.arrivals[0]?.at ?? 0,
            say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) }),
          ),
        ),
    ),
    firstResponseS: meanOf(answered.filter(({ round }) => round.isFirst)),
    meanResponseS: meanOf(answered),
    meanServiceS: {
      value: rounded(mean(served.map(({ seconds }) => seconds))),
      sources: served.map(({ facts, seconds }) =>
        sourceAt(
          facts,
          facts.conversation.arrivals[0]?.at ?? 0,
          say('desk-figures:moment.at-desk-for', { wait: secondsText(seconds) }),
        ),
      ),
    },
  };
};

const meanOf = (rounds: readonly { facts: ConversationFacts; round: Round }[]): Figure => ({
  value: rounded(mean(rounds.map(({ round }) => round.seconds))),
  sources: rounds.map(({ facts, round }) => sourceAt(facts, round.from, secondsText(round.seconds))),
});

const rounded = (value: number | null): number | null => (value === null ? null : toTenth(value));
