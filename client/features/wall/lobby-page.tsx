import './strings.ts';

export const LobbyPage = () => null;
