import './strings.ts';
import { Route, Routes } from 'react-router';
import { NewRolePlayPage } from './new-role-play-page.tsx';
import { PlayerPage } from './player-page.tsx';
import { WaitPage } from './wait-page.tsx';

/** Role play: the trainee's page that finds a player and waits for them, and the player's own. */
export const RolePlayPages = () => (
  <Routes>
    <Route path="new" element={<NewRolePlayPage />} />
    <Route path="wait/:drill" element={<WaitPage />} />
    <Route path=":code" element={<PlayerPage />} />
  </Routes>
);
