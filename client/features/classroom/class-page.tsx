import './strings.ts';

export const ClassPage = () => null;
