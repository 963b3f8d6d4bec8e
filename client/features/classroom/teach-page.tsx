import './strings.ts';

export const TeachPage = () => null;
