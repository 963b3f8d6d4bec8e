import {
  type CalendarNeeds,
  entriesOf,
  ownCalendar,
  ownCalendarEntries,
  termCalendar,
} from '#classroom/calendar/calendar.ts';
import { calendarFile } from '#classroom/calendar/calendar-file.ts';
import { changePlanned, planDrill } from '#classroom/calendar/planned.ts';
import { classTerm } from '#classroom/terms/terms.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

/** Routes of a term's calendar: staff's, a trainee's own, and both as files. */
export const calendarRoutes = (api: Api, needs: CalendarNeeds & Pick<ReportNeeds, 'costs'>): void => {
  const { costs, clock } = needs;
  api('GET /api/classes/:id/terms/:term/calendar', async (request) => {
    const { params, principal } = request;
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? { ok: true, value: await termCalendar(needs, found.value, principal.person) } : found;
  });
  api('GET /api/classes/:id/terms/:term/calendar.ics', async (request) => {
    const { params } = request;
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    if (!found.ok) return found;
    const file = calendarFile(found.value.term, await entriesOf(needs, found.value, null), clock.now());
    return { ok: true, value: new Download(file.name, MEDIA_TYPE.ics, file.bytes) };
  });
  api('POST /api/classes/:id/terms/:term/calendar', async ({ params, principal, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? planDrill(needs, found.value, principal.person, body) : found;
  });
  api('POST /api/classes/:id/terms/:term/calendar/:planned', async ({ params, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? changePlanned(needs, found.value, params.planned, body) : found;
  });
  api(
    'GET /api/my-terms/:term/calendar',
    async (request) => costs(request, COST.all) ?? (await ownCalendar(needs, request.principal, request.params.term)),
  );
  api('GET /api/my-terms/:term/calendar.ics', async (request) => {
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const own = await ownCalendarEntries(needs, request.principal, request.params.term);
    if (!own.ok) return own;
    const file = calendarFile(own.value.found.term, own.value.entries, clock.now());
    return { ok: true, value: new Download(file.name, MEDIA_TYPE.ics, file.bytes) };
  });
};
