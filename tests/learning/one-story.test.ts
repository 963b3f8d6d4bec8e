/** A report tells one story: of all planned and lazy trainees, and of strangers' plays. Every failure names its drill. */
import { describe, expect, it } from 'vitest';
import { type AnswerClock, answerClock } from '#drills/present/answer-clock.ts';
import { sharesContent } from '#scoring/facts/counted-notes.ts';
import { shortened } from '#scoring/log/phrasing.ts';
import { everyReport, type Told } from '#tests/learning/support/every-report.ts';
import { strangersReports } from '#tests/learning/support/strangers.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

/** What is wrong with any report, with the drill it is wrong in. */
const faultsIn = (of: (told: Told) => readonly string[]): string[] =>
  [...everyReport(), ...strangersReports()].flatMap((told) =>
    of(told).map((fault) => `${told.id} ${told.who}: ${fault}`),
  );

/** Marks and spaces aside: a verdict shortens what it quotes. */
const plain = (text: string): string => text.replace(/[\s，。！？；、…,.!?~～]/g, '');
const PRAISE = /((?:「[^」]*」)+)(?:这几样)?你都?说对了/;
const praised = (verdict: string): string[] =>
  [...(PRAISE.exec(verdict)?.[1] ?? '').matchAll(/「([^」]*)」/g)].map(([, words = '']) => words);

describe('[M33] the verdict', () => {
  it('is about the same finding as the first change and its goal', () => {
    expect(strangersReports().length).toBeGreaterThan(sweepsAll ? 300 : 80);
    expect(
      faultsIn(({ report: { first, findings, verdict }, data }) => {
        if (first === null) return [];
        const meant = findings.filter(({ id }) => first.findings.includes(id));
        // Of an advice of two sentences the one that fits the fault may head it (RULES M195).
        const codes = data.rubric.findings.filter(({ advice }) => advice.includes(first.title)).map((r) => r.code);
        // Late first words that had the answer in them are advised to open sooner, not to put the answer first (RULES M95).
        const opensLate = /^先回一句/.test(first.title);
        const lead = meant.filter(({ code, family }) => codes.includes(code) || (opensLate && family === 'late'));
        if (lead.length === 0) return [`${first.title} is of none of ${meant.map((f) => f.code)}`];
        const names = (f: (typeof lead)[number]): string[] => [
          ...f.customer.split('\n').map((line) => shortened(line)),
          ...(f.quoteAt === null ? [] : [shortened(f.quote)]),
          ...f.title.split('：').slice(1),
          f.quote,
        ];
        const late =
          lead.some(({ family }) => family === 'late') && /\d+ 句里 \d+ 句|才答上来|没有一句|没有等到/.test(verdict);
        // A silence is told in other words: 没有提上次买的, 没有再出声.
        const silent = lead.some(({ quoteAt }) => quoteAt === null) && /没有|提前结束/.test(verdict);
        const told = lead.some((f) => names(f).some((name) => name !== '' && plain(verdict).includes(plain(name))));
        return late || silent || told ? [] : [`${verdict} | ${first.title}`];
      }),
    ).toEqual([]);
  });

  it('praises only words in the log that tell the point they are praised for', () => {
    let seen = 0;
    const wrong = faultsIn(({ report: { verdict, transcript }, data }) => {
      const own = plain(transcript.flatMap(({ by, text }) => (by === 'trainee' ? [text] : [])).join('\n'));
      const points = data.scenarios.flatMap(({ beats }) => beats.flatMap(({ asks }) => asks.flatMap((q) => q.points)));
      const wordings = points.flatMap(({ says, also }) => [says, ...(also ?? [])]);
      return praised(verdict).flatMap((words) => {
        seen += 1;
        if (!own.includes(plain(words))) return [`${words} was never said`];
        return sharesContent(words, wordings) ? [] : [`${words}: no point`];
      });
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(sweepsAll ? 300 : 150);
  });

  it('praises nothing on a question that a finding is about', () => {
    expect(
      faultsIn(({ report: { verdict, findings, ledger } }) => {
        const held = findings.filter(({ severity, unsure }) => severity !== 'merit' && !unsure);
        const rows = ledger.filter(({ text }) => held.some(({ title }) => title.endsWith(`「${text}」`)));
        const quotes = rows.flatMap(({ points }) => points.flatMap(({ quote }) => quote ?? []));
        const elsewhere = ledger
          .filter((row) => !rows.includes(row))
          .flatMap(({ points }) => points.map((p) => p.quote));
        return praised(verdict).filter((words) => quotes.includes(words) && !elsewhere.includes(words));
      }),
    ).toEqual([]);
  });

  it('is never beside a goal that was reached already', () => {
    expect(
      faultsIn(({ report: { verdict, first } }) => {
        const [, all, late] = /(\d+) 句里 (\d+) 句(?:过了|回晚了)/.exec(verdict) ?? [];
        const [, , asked] = /(\d+) 句里 (\d+) 句在/.exec(first?.goal ?? '') ?? [];
        return late && asked && Number(asked) <= Number(all) - Number(late) ? [`${verdict} ${first?.goal}`] : [];
      }),
    ).toEqual([]);
  });
});

describe('[M34] the ledger', () => {
  it('calls a question answered whose must points are told, and gives seconds only to answered ones and 待核', () => {
    expect(
      faultsIn(({ report: { ledger } }) =>
        ledger.flatMap(({ text, state, seconds, points }) => {
          const musts = points.filter(({ must }) => must);
          const lacking = musts.some(({ state: one }) => one === 'wrong' || one === 'missed');
          const fault = (is: boolean, what: string): string[] => (is ? [`${text} ${state} ${what}`] : []);
          return [
            ...fault(state === 'answered' && lacking, 'lacks a point'),
            ...fault(state === 'answered' && musts.length > 0 && !musts.some((p) => p.state === 'covered'), 'has none'),
            ...fault(state === 'provisional' && musts.some((p) => p.state === 'wrong'), 'is wrong'),
            ...fault(seconds !== null && state !== 'answered' && state !== 'provisional', `${seconds} seconds`),
            ...fault(seconds !== null && seconds < 0, `${seconds} seconds`),
            ...fault(state === 'answered' && seconds === null, 'without seconds'),
          ];
        }),
      ),
    ).toEqual([]);
  });

  it('has the seconds that the desk showed', () => {
    expect(
      faultsIn(({ report: { ledger }, events, data }) => {
        const questions = data.scenarios.flatMap(({ beats }) => beats.flatMap(({ asks }) => asks));
        const mustsOf = (id: string): string[] =>
          (questions.find((one) => one.id === id)?.points ?? []).flatMap((point) => (point.must ? [point.id] : []));
        const clocks = new Map<string, AnswerClock>();
        const stood = new Map<string, number | null>();
        const answered = new Set<string>();
        for (const event of events) {
          if (!('conversation' in event)) continue;
          const clock = clocks.get(event.conversation) ?? answerClock(mustsOf);
          clocks.set(event.conversation, clock);
          clock.addEvent(event);
          if (event.kind !== 'question-changed') continue;
          const key = `${event.conversation} ${event.question}`;
          // What was answered stays so (M135).
          const isTaken = (event.to === 'answered' || event.to === 'provisional') && !answered.has(key);
          if (event.to === 'answered') answered.add(key);
          if (isTaken) stood.set(key, clock.secondsWaited(event.question, event.turn, event.at));
        }
        return ledger.flatMap(({ conversation, question, text, seconds }) => {
          const desk = stood.get(`${conversation} ${question}`);
          return seconds === null || desk === seconds || desk === 0 ? [] : [`${text}: ${desk} and ${seconds}`];
        });
      }),
    ).toEqual([]);
  });

  it('has as many answers and rounds as the figures count', () => {
    expect(
      faultsIn(({ report: { ledger, measures, desk, conversations } }) => {
        const worked = (id: string): string => measures.find((m) => m.id === id)?.worked ?? '';
        const [answers, unsure] = [/答清 (\d+) 问/, /(\d+) 问待核/].map((pattern) =>
          Number(pattern.exec(worked('ledger-mean'))?.[1] ?? 0),
        );
        const rows = (state: string): number => ledger.filter((row) => row.state === state).length;
        const rounds = conversations.flatMap((c) => c.rounds);
        const counted = rounds.filter(({ to, grade }) => to !== null && grade !== 'void' && grade !== 'interrupted');
        const meanOf = desk.find(({ column }) => column === 'meanResponseS');
        const ratio = measures.find(({ id }) => id === 'answer-ratio')?.value;
        const fault = (one: unknown, other: unknown, what: string): string[] =>
          one === other ? [] : [`${what}: ${one} and ${other}`];
        return [
          ...fault(answers, rows('answered'), 'answers'),
          ...fault(unsure, rows('provisional'), 'in doubt'),
          ...fault(meanOf?.from.length, counted.length, 'rounds'),
          ...fault(meanOf?.value, measures.find(({ id }) => id === 'mean-response')?.value, 'mean'),
          ...fault(desk.find(({ column }) => column === 'answerRatio')?.value, ratio, 'ratio'),
        ];
      }),
    ).toEqual([]);
  });
});

/** Every sentence of a report, without what it quotes; what only names things is no sentence. */
const sentences = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string')
    return ['id', 'key', 'question', 'message', 'customer', 'quote', 'words', 'turn'].includes(key)
      ? []
      : [value.replace(/「[^」]*」/g, '「」')];
  if (Array.isArray(value)) return value.flatMap((one) => sentences(one, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => sentences(one, name));
};

it('[M35] no sentence of a report has an impossible number, or calls a late click a missing one', () => {
  const impossible =
    /(?<![\d.])0 秒|(?<![\d年月–~至到.-])[−-]\d+(?:\.\d+)? ?(?:秒|%)|NaN|undefined|Infinity|后才点」没有点/;
  expect(
    faultsIn(({ report: { transcript: _, ...report } }) =>
      sentences(report).filter(
        (text) => impossible.test(text) || [...text.matchAll(/([\d.]+) ?%/g)].some(([, share]) => Number(share) > 100),
      ),
    ),
  ).toEqual([]);
});

it('[T52] no customer says in the breath in which they pay that they haven’t', () => {
  const breathMs = 3000;
  expect(
    faultsIn(({ events }) => {
      const paid = events.filter(
        (event) =>
          event.kind === 'customer-did' &&
          (event.deed.deed === 'pay' || (event.deed.deed === 'place-order' && event.deed.pays)),
      );
      return events.flatMap((event) =>
        event.kind === 'customer-said' &&
        event.bubble.kind === 'text' &&
        /^还没[呢付]$/.test(event.bubble.text) &&
        paid.some(({ at }) => at <= event.at && event.at - at < breathMs)
          ? [`${event.at} ${event.bubble.text}`]
          : [],
      );
    }),
  ).toEqual([]);
});
