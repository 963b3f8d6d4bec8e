/** The HTTP side of a simulated trainee: its cookie, the join code, its drills. */
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Reply } from '#contract/errors.ts';
import type { JoinBody, SeatBody } from '#contract/runs.ts';

export type Door = {
  cookie(): string;
  join(code: string): Promise<Reply<JoinBody>>;
  claim(code: string, seat: { seat: string } | { name: string }): Promise<Reply<SeatBody>>;
  scenarios(): Promise<Reply<ScenarioCard[]>>;
  openDrill(scenarios: readonly string[]): Promise<Reply<DrillSummary>>;
};

/** One device of its own at the server under `url`. Rejects when the server can't be reached. */
export function createDoor(url: string): Door {
  let cookie = '';
  const ask = async <T>(path: string, body?: unknown): Promise<Reply<T>> => {
    const response = await fetch(new URL(path, url), {
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
    return (await response.json()) as Reply<T>;
  };
  const code6 = (code: string): string => `/api/join/${encodeURIComponent(code)}`;
  return {
    cookie: () => cookie,
    join: (code) => ask(code6(code)),
    claim: (code, seat) => ask(code6(code), seat),
    scenarios: () => ask('/api/scenarios'),
    openDrill: (scenarios) => ask('/api/drills', { scenarios }),
  };
}
