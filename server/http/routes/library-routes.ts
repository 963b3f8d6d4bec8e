import { schoolOf } from '#classroom/accounts/school-of.ts';
import type { Seals, SealsByCase } from '#classroom/exams/seals.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import { shownRows } from '#classroom/results/report-access.ts';
import { isTeacher, type Principal } from '#common/access.ts';
import { MAX_CUSTOMERS } from '#contract/commands.ts';
import { failure } from '#contract/errors.ts';
import type { Catalogs, SchoolCatalog } from '#drills/catalog/catalog.ts';
import { bankOf, bankWithout } from '#drills/catalog/own-bank.ts';
import { withSchool } from '#drills/catalog/school-catalog.ts';
import { shortRounds } from '#drills/catalog/short-rounds.ts';
import { rushMenu } from '#http/bodies/rush-menu.ts';
import { scenarioCards, startCard } from '#http/bodies/scenario-cards.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { typingBody } from '#http/bodies/typing-body.ts';
import { say } from '#i18n/say.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { type Api, Download, MEDIA_TYPE } from './api.ts';

/** At a seat the teacher has chosen the cases, also for the exam itself. */
const NO_SEALS: SealsByCase = new Map();

/** GIFT has no media type of its own. */
const GIFT = 'text/plain; charset=utf-8';

type Needs = { catalogs: Catalogs; storage: Storage; seals: Seals };

/** Routes of what can be practised: scenarios, shops, start cards, the question bank, texts to type. */
export const libraryRoutes = (api: Api, needs: Needs): void => {
  const { catalogs, storage, seals } = needs;
  const ownDrills = async (principal: Principal): Promise<DrillRow[]> =>
    await shownRows(needs, principal, await storage.drillsOf(principal.guest, principal.person?.id ?? null));

  const isSeated = async (principal: Principal, seatId: string | undefined): Promise<boolean> => {
    const seat = seatId === undefined ? null : await storage.runs.seat(seatId);
    return seat !== null && isSeatOf(principal, seat);
  };
  /** The cases a principal may practise; at a seat of theirs those its run was planned with, even if published no more. */
  const catalogAt = async (principal: Principal, seatId: string | null): Promise<SchoolCatalog> => {
    const seat = seatId === null ? null : await storage.runs.seat(seatId);
    if (seat === null || !isSeatOf(principal, seat)) return await catalogs.of(await schoolOf(storage, principal));
    return await catalogs.withVersions({ school: seat.school, versions: await storage.authored.runCases(seat.run) });
  };

  api('GET /api/scenarios', async ({ principal }) => ({
    ok: true,
    value: scenarioCards(
      await catalogs.of(await schoolOf(storage, principal)),
      await ownDrills(principal),
      await seals.sealsFor(principal),
      principal.person !== null && isTeacher(principal.person.role),
    ),
  }));

  api('GET /api/short-rounds', async ({ principal }) => {
    const { data, short } = catalogs;
    const owner = principal.person?.id ?? principal.guest ?? '';
    const drills = await storage.drillsOf(principal.guest, principal.person?.id ?? null);
    return { ok: true, value: shortRounds({ shops: data.shops, short, owner, drills, most: MAX_CUSTOMERS }) };
  });

  api('GET /api/rush', async () => ({ ok: true, value: rushMenu(catalogs) }));

  // People of a school see the shop with its own quick replies, because they will have them at the desk.
  api('GET /api/shops/:id', async ({ principal, params }) => {
    const data = { ...catalogs.data, shops: catalogs.data.shops.filter(({ id }) => id === params.id) };
    const school = await schoolOf(storage, principal);
    const value = shopBody(school === null ? data : await withSchool(data, school, storage.quickReplies), params.id);
    return value === null ? { ok: false, error: failure('unknown-shop', params.id) } : { ok: true, value };
  });

  // The library's code that draws papers is loaded with the first request.
  const questionBodies = () => import('#http/bodies/question-bodies.ts');
  /** The bank with the questions of the principal's school; of an earlier time where a paper's hash is given. */
  const ownCatalog = async (principal: Principal, hash?: string) => {
    const bank = await bankOf(catalogs.bank, await schoolOf(storage, principal), storage.ownQuestions, hash);
    const { factsByShop, data, marks } = catalogs;
    if (bank === null) return null;
    // What a written paper asks isn't practised on while it is open (RULES X7).
    return { bank: bankWithout(bank, await seals.questionsSealedFor(principal)), factsByShop, data, marks };
  };
  const newestCatalog = async (principal: Principal) => (await ownCatalog(principal)) ?? catalogs;
  api('GET /api/questions', async ({ principal }) => ({
    ok: true,
    value: (await questionBodies()).questionMenu((await newestCatalog(principal)).bank),
  }));
  api('GET /api/questions/paper', async ({ principal, query }) => {
    const value = (await questionBodies()).paperBody(await newestCatalog(principal), query);
    return value === null ? { ok: false, error: failure('unknown-shop', query.shop ?? '') } : { ok: true, value };
  });
  api('POST /api/questions/answers', async ({ principal, body }) => {
    const { bankHashIn, verdictsBody } = await questionBodies();
    const catalog = await ownCatalog(principal, bankHashIn(body.paper));
    const value = catalog === null ? null : verdictsBody(catalog, body);
    return value === null ? { ok: false, error: failure('questions-changed') } : { ok: true, value };
  });

  api('GET /api/questions/bank.gift', async ({ principal, query }) => {
    const bytes = await (await questionBodies()).bankFile(await newestCatalog(principal), query, 'gift');
    return { ok: true, value: new Download(say('exports:questions.gift-file'), GIFT, bytes) };
  });
  api('GET /api/questions/bank.xlsx', async ({ principal, query }) => {
    const bytes = await (await questionBodies()).bankFile(await newestCatalog(principal), query, 'xlsx');
    return { ok: true, value: new Download(say('exports:questions.xlsx-file'), MEDIA_TYPE.xlsx, bytes) };
  });
  api('GET /api/typing', async () => ({ ok: true, value: typingBody(catalogs.typing) }));

  api('GET /api/start-card', async ({ principal, query }) => {
    const scenarioIds = query.scenarios ?? '';
    const ids = scenarioIds.split(',').filter((id) => id !== '');
    if (ids.length < 1 || ids.length > MAX_CUSTOMERS) {
      return { ok: false, error: failure('bad-request', 'scenarios') };
    }
    const value = startCard(
      await catalogAt(principal, query.seat ?? null),
      ids,
      await ownDrills(principal),
      (await isSeated(principal, query.seat)) ? NO_SEALS : await seals.sealsFor(principal),
    );
    return value === null
      ? { ok: false, error: failure('unknown-scenario', scenarioIds.slice(0, 200)) }
      : { ok: true, value };
  });
};
