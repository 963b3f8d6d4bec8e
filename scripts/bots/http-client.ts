/** The HTTP side of a simulated trainee: its cookie, the join code, its drills. */
import { type Address, addressOf } from '#client/lib/endpoints.ts';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Reply } from '#contract/errors.ts';
import type { BodyOf, CallRoute, ReplyOf } from '#contract/routes/table.ts';
import type { JoinBody, SeatBody } from '#contract/runs.ts';

export type TraineeClient = {
  cookie(): string;
  join(code: string): Promise<Reply<JoinBody>>;
  claim(code: string, seat: { seat: string } | { name: string }): Promise<Reply<SeatBody>>;
  scenarios(): Promise<Reply<ScenarioCard[]>>;
  openDrill(scenarios: readonly string[]): Promise<Reply<DrillSummary>>;
};

/** One device of its own at the server under `url`. Rejects when the server can't be reached. */
export const createTraineeClient = (url: string): TraineeClient => {
  let cookie = '';
  const ask = async <R extends CallRoute>(
    route: R,
    names: Address<R>,
    body?: BodyOf<R>,
  ): Promise<Reply<ReplyOf<R>>> => {
    const response = await fetch(new URL(addressOf(route, names), url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json', origin: new URL(url).origin }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
    openDrill: (scenarios) => ask('POST /api/drills', {}, { scenarios: [...scenarios] }),
  };
};
