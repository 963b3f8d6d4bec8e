/**
 * The customer's arrival: `date` 2026-11-11, `time` 20:04. `name`: instead of the one on the card; `linesTaken`: what
 * others of the rush say, so that this one says something else (RULES J206). `ends`: the clock at which nobody is served there
 * any more.
 */
export type Staging = { date: string; time: string; name?: string; linesTaken?: ReadonlySet<string>; ends?: string };

export const keyOfStaging = ({ date, time, name, ends }: Staging): string =>
  [date, time, name ?? '', ends ?? ''].join(' ');
