import { Route, Routes, useParams } from 'react-router';
import { OWN } from '#client/features/terms/model/term-paths.ts';
import { CalendarPage } from './calendar-page.tsx';
import { OwnCalendarPage } from './own-calendar-page.tsx';

/** A term's calendar; at the address of no class the one of whoever reads. */
export const CalendarPages = () => {
  const { id } = useParams();
  return (
    <Routes>
      <Route path=":term/calendar" element={id === OWN ? <OwnCalendarPage /> : <CalendarPage />} />
    </Routes>
  );
};
