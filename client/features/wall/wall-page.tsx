import './strings.ts';

export const WallPage = () => null;
