import './strings.ts';

export const PeoplePage = () => null;
