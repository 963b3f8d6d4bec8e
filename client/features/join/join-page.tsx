import './strings.ts';

export const JoinPage = () => null;
