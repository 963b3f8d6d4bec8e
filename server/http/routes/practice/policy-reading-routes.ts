import { faultTitle } from '#classroom/exports/said.ts';
import { createTokenBucket, type TokenBucket } from '#common/token-bucket.ts';
import { type ErrorCode, failure } from '#contract/errors.ts';
import type { ReadingMenu } from '#contract/practice/policy-readings.ts';
import type { Api } from '#http/routes/api.ts';
import { type DrillRouteNeeds, limitByAddress } from '#http/routes/drill-routes.ts';
import type { ShopReading } from '#library/policy-readings/load.ts';

type Needs = Pick<DrillRouteNeeds, 'catalogs' | 'clock'> & { areLimitsLifted?: boolean };

/** Answers of one device at once, and in the long run: two sentences take a quarter of a minute. */
const ANSWER_BURST = 20;
const ANSWERS_PER_SECOND = 0.2;
const MAX_DEVICES = 10_000;

/** Routes of 政策解读. The readings and the language core are loaded with the first request. */
export const policyReadingRoutes = (api: Api, { catalogs, clock, areLimitsLifted }: Needs): void => {
  const { data } = catalogs;
  let loading: Promise<ReadonlyMap<string, ShopReading>> | null = null;
  const readings = (): Promise<ReadonlyMap<string, ShopReading>> => {
    loading ??= import('#library/policy-readings/load.ts').then(({ readPolicyReadings }) => readPolicyReadings());
    return loading;
  };
  const shopOf = (id: string) => data.shops.find((shop) => shop.id === id);
  const perAddress = limitByAddress(clock);
  const buckets = new Map<string, TokenBucket>();
  const refusal = (guest: string | null, address: string): ErrorCode | null => {
    if (areLimitsLifted === true) return null;
    if (!perAddress(address)) return 'too-many-requests';
    if (guest === null) return null;
    if (buckets.size > MAX_DEVICES) buckets.clear();
    const bucket = buckets.get(guest) ?? createTokenBucket(ANSWER_BURST, ANSWERS_PER_SECOND, clock.now);
    buckets.set(guest, bucket);
    return bucket.take(1) ? null : 'too-many-requests';
  };

  api('GET /api/policy-readings', async () => ({
    ok: true,
    value: {
      // One whose shop or card a server hasn't is left out.
      readings: [...(await readings()).values()].flatMap((reading): ReadingMenu['readings'] => {
        const shop = shopOf(reading.shop);
        const card = shop?.policies.find(({ id }) => id === reading.card);
        if (shop === undefined || card === undefined) return [];
        const { id, customer } = reading;
        const { title, text, source } = card;
        return [{ id, shop: shop.id, shopName: shop.name, customer, card: { title, text, source } }];
      }),
    },
  }));
  api('POST /api/policy-readings/:id/answers', async ({ params, principal, address, body }) => {
    const reading = (await readings()).get(params.id);
    const shop = reading === undefined ? undefined : shopOf(reading.shop);
    if (reading === undefined || shop?.policies.some(({ id }) => id === reading.card) !== true)
      return { ok: false, error: failure('unknown-reading') };
    const refused = refusal(principal.guest, address);
    if (refused !== null) return { ok: false, error: failure(refused) };
    const { judgeReading } = await import('#library/policy-readings/judge-reading.ts');
    const { sentences, ...result } = judgeReading(reading, shop, body.text);
    const redLineOf = (code: string): string => {
      const rule = data.rubric.findings.find((one) => one.code === `red-line:${code}`);
      return rule === undefined ? code : faultTitle(rule.code, rule.title);
    };
    return {
      ok: true,
      value: {
        ...result,
        model: reading.model,
        sentences: sentences.map(({ against, redLines, ...sentence }) => ({
          ...sentence,
          against: against.flatMap(({ card: id, said, surely }) => {
            const card = shop.policies.find((one) => one.id === id);
            return card === undefined ? [] : [{ said, title: card.title, text: card.text, surely }];
          }),
          redLines: redLines.map(({ code, said, surely }) => ({ name: redLineOf(code), said, surely })),
        })),
      },
    };
  });
};
