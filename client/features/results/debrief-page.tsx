import './strings.ts';

export const DebriefPage = () => null;
