/** The HTTP side of a simulated trainee: its cookie, the join code, its drills. */
import { type Address, addressOf } from '#client/lib/endpoints.ts';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Reply } from '#contract/errors.ts';
import type { SeatExam } from '#contract/exams/parts.ts';
import type { Typed, TypingSeat } from '#contract/exams/typing.ts';
import type { AnswerStored, PaperAnswer, PaperSeat } from '#contract/papers/papers.ts';
import type { BodyOf, CallRoute, ReplyOf } from '#contract/routes/table.ts';
import type { JoinBody, SeatBody } from '#contract/runs.ts';

export type TraineeClient = {
  cookie(): string;
  join(code: string): Promise<Reply<JoinBody>>;
  claim(code: string, seat: { seat: string } | { name: string }): Promise<Reply<SeatBody>>;
  scenarios(): Promise<Reply<ScenarioCard[]>>;
  /** `seed`: by which the cases' variants are drawn. */
  openDrill(scenarios: readonly string[], seed?: number): Promise<Reply<DrillSummary>>;
  /** The seat's next drill: of homework, or the customers of an exam. */
  again(seat: string): Promise<Reply<SeatBody>>;
  exam(seat: string): Promise<Reply<SeatExam>>;
  paper(seat: string): Promise<Reply<PaperSeat>>;
  beginPaper(seat: string): Promise<Reply<PaperSeat>>;
  answer(seat: string, answer: PaperAnswer): Promise<Reply<AnswerStored>>;
  handIn(seat: string): Promise<Reply<PaperSeat>>;
  beginTyping(seat: string): Promise<Reply<TypingSeat>>;
  type(seat: string, typed: Typed): Promise<Reply<TypingSeat>>;
};

/** One device of its own at the server under `url`. Rejects when the server can't be reached. */
export const createTraineeClient = (url: string): TraineeClient => {
  let cookie = '';
  const ask = async <R extends CallRoute>(
    route: R,
    names: Address<R>,
    body?: BodyOf<R>,
  ): Promise<Reply<ReplyOf<R>>> => {
    const sends = route.startsWith('POST ');
    const response = await fetch(new URL(addressOf(route, names), url), {
      method: sends ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(cookie === '' ? {} : { cookie }),
        ...(sends && { 'content-type': 'application/json', origin: new URL(url).origin }),
      },
      ...(sends && { body: JSON.stringify(body ?? {}) }),
    });
    for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? cookie;
    // The server parses what it sends; a load tool trusts it.
    return (await response.json()) as Reply<ReplyOf<R>>;
  };
  return {
    cookie: () => cookie,
    join: (code) => ask('GET /api/join/:code', { code }),
    claim: (code, seat) => ask('POST /api/join/:code', { code }, seat),
    scenarios: () => ask('GET /api/scenarios', {}),
    openDrill: (scenarios, seed) =>
      ask('POST /api/drills', {}, { scenarios: [...scenarios], ...(seed !== undefined && { seed }) }),
    again: (id) => ask('POST /api/seats/:id/again', { id }),
    exam: (id) => ask('GET /api/seats/:id/exam', { id }),
    paper: (id) => ask('GET /api/seats/:id/paper', { id }),
    beginPaper: (id) => ask('POST /api/seats/:id/paper', { id }),
    answer: (id, answer) => ask('POST /api/seats/:id/paper/answers', { id }, answer),
    handIn: (id) => ask('POST /api/seats/:id/paper/hand-in', { id }),
    beginTyping: (id) => ask('POST /api/seats/:id/typing', { id }),
    type: (id, typed) => ask('POST /api/seats/:id/typing/typed', { id }, typed),
  };
};
