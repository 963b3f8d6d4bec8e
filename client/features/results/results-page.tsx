import './strings.ts';

export const ResultsPage = () => null;
