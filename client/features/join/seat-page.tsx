import './strings.ts';

export const SeatPage = () => null;
