/** The customer's arrival: `date` 2026-11-11, `time` 20:04. `name`: instead of the one on the card. */
export type Staging = { date: string; time: string; name?: string };

export const keyOfStaging = ({ date, time, name }: Staging): string => [date, time, name ?? ''].join(' ');
