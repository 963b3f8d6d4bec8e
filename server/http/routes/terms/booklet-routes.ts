import { bookletOf, changeBooklet } from '#classroom/booklets/booklets.ts';
import { classTerm } from '#classroom/terms/terms.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';
import { say } from '#i18n/say.ts';

/** Routes of a term's case booklet. */
export const bookletRoutes = (api: Api, needs: Pick<ReportNeeds, 'storage' | 'runner' | 'clock' | 'costs'>): void => {
  const { costs } = needs;
  api('GET /api/classes/:id/terms/:term/booklet', async (request) => {
    const costly = costs(request, COST.tables);
    if (costly !== null) return costly;
    const found = await classTerm(needs, request.params.id, request.params.term);
    return found.ok ? { ok: true, value: await bookletOf(needs, found.value, request.query.run ?? null) } : found;
  });
  api('POST /api/classes/:id/terms/:term/booklet', async (request) => {
    const costly = costs(request, COST.tables);
    if (costly !== null) return costly;
    const found = await classTerm(needs, request.params.id, request.params.term);
    return found.ok ? changeBooklet(needs, found.value, request.principal.person.id, request.body) : found;
  });
  api('GET /api/classes/:id/terms/:term/booklet.docx', async (request) => {
    const costly = costs(request, COST.tables);
    if (costly !== null) return costly;
    const found = await classTerm(needs, request.params.id, request.params.term);
    if (!found.ok) return found;
    const booklet = await bookletOf(needs, found.value);
    // Word's code is a megabyte: it is loaded when it is first wanted.
    const { bookletDocument } = await import('#classroom/booklets/booklet-document.ts');
    const name = `${say('booklets:file', { title: booklet.title }).replace(/[\\/:*?"<>|]/g, ' ')}.docx`;
    return { ok: true, value: new Download(name, MEDIA_TYPE.docx, await bookletDocument(booklet)) };
  });
};
