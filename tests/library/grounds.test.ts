/** Whatever is asked of a trainee can be read where the author says it stands: a case whose words were taken away is refused. */
import { describe, expect, it } from 'vitest';
import { checkGrounds } from '#library/checks/grounds.ts';
import { sumFault } from '#library/checks/money/sums.ts';
import { toScenario } from '#library/reading/normalise.ts';
import type { CaseView } from '#library/view/case-view.ts';
import { library } from '#tests/support/library.ts';

/** A shipped case with something in it changed, as the check sees it. */
const faultsOf = (id: string, change: (authored: CaseView['authored']) => void = () => {}): string[] => {
  const file = library.files.cases.find(({ pathId }) => pathId === id)?.scenario.value;
  if (!file) throw new Error(`no case ${id}`);
  const authored = structuredClone(file);
  change(authored);
  const view: CaseView = {
    authored,
    shop: library.shops.get(authored.shop) ?? null,
    actions: new Map(library.actions.map((action) => [action.id, action])),
    exemplars: new Map(),
  };
  return [...checkGrounds(view, library)].map(({ code, path }) => `${code} ${path.join('.')}`);
};

const SHOE = 'product-advice/shoe-half-size';
const JERSEY = 'order-change/team-jersey';
const pointIn = ({ beats }: CaseView['authored'], id: string) => {
  const found = beats.flatMap(({ asks }) => asks ?? []).flatMap(({ points }) => points);
  const point = found.find((one) => one.id === id);
  if (!point) throw new Error(`no point ${id}`);
  return point;
};

describe('[T18] a must point', () => {
  it('has a ground in words a trainee can read', () => {
    expect(faultsOf(SHOE)).toEqual([]);
  });

  it('is refused without a ground, and a bonus point needs none', () => {
    const without = faultsOf(SHOE, (authored) => {
      delete pointIn(authored, 'ex').ground;
    });
    expect(without).toEqual(['ground-missing beats.2.asks.0.points.0.id']);
    const bonus = faultsOf(SHOE, (authored) => {
      delete pointIn(authored, 'ex').ground;
      pointIn(authored, 'ex').must = false;
    });
    expect(bonus).toEqual([]);
  });

  it('is refused when the card has other words than the ground', () => {
    const changed = faultsOf(SHOE, (authored) => {
      pointIn(authored, 'ex').ground = '首次换码来回运费买家出';
    });
    expect(changed).toEqual(['ground-not-found beats.2.asks.0.points.0.ground']);
  });

  it('may be quoted with other punctuation and spaces', () => {
    const spaced = faultsOf(SHOE, (authored) => {
      pointIn(authored, 'ship').ground = '16：00 前付款，当天发';
    });
    expect(spaced).toEqual([]);
  });

  it.each([
    ['a place that is not there', { 's-none': '首次换码' }, 's-none'],
    ['a phrase that is a trap', { sf82: '付款以后颜色尺码都锁定了' }, 'sf82'],
    ['a word that says nothing', { 's-ex': '出' }, 's-ex'],
    ['what stands on another card', { 's-ship': '首次换码来回运费店铺出' }, 's-ship'],
  ])('is refused for %s', (_, ground, at) => {
    const faults = faultsOf(SHOE, (authored) => {
      pointIn(authored, 'ex').ground = ground;
    });
    expect(faults).toEqual([`ground-not-found beats.2.asks.0.points.0.ground.${at}`]);
  });

  it.each([
    ['a card', { 's-ex': '首次换码来回运费店铺出' }],
    ["a product's page", { s01: ['459元', '库存412'] }],
    ['a phrase', { sf52: '头一回换尺码' }],
    ['an operation', { 'approve-exchange': '同意换货' }],
    ['a coupon', { back20: '回头客券20元无门槛' }],
    ['the authority', { shop: '首次换码免邮，当场可给' }],
    ['the customer', { customer: '我没在网上买过鞋' }],
  ])('may stand on %s', (_, ground) => {
    const faults = faultsOf(SHOE, (authored) => {
      pointIn(authored, 'ex').ground = ground;
    });
    expect(faults).toEqual([]);
  });

  it('may have its ground in what an operation shows of the order', () => {
    expect(faultsOf(JERSEY)).toEqual([]);
    const hidden = faultsOf(JERSEY, (authored) => {
      if (authored.order) delete authored.order.inside;
    });
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every((fault) => fault.startsWith('ground-not-found'))).toBe(true);
  });
});

describe('[T18] a need, a duty or a fact to ask for', () => {
  it('is refused without a ground, once each', () => {
    const without = faultsOf(SHOE, ({ grounds }) => {
      delete grounds?.foot;
      delete grounds?.['change-sku'];
    });
    expect(without).toEqual(['ground-missing beats.9.needs.0', 'ground-missing duties.0']);
  });

  it('is refused when the ground’s words stand nowhere, or the ground belongs to nothing', () => {
    const changed = faultsOf(SHOE, (authored) => {
      authored.grounds = { ...authored.grounds, foot: { sf2: '您脚长多少寸' }, fear: { s01: '网布鞋面' } };
    });
    expect(changed).toEqual(['ground-not-found grounds.foot.sf2', 'unknown-id grounds.fear']);
  });
});

describe('a sum', () => {
  it('is right, and its figures are quoted beside it', () => {
    expect(sumFault('119×7=833', ['119元', '另外7件'])).toBeNull();
    expect(sumFault('459+99-40-15=503', ['459元', '99元', '满300减40', '满199减15'])).toBeNull();
    expect(sumFault('129×40×95÷100=4902', ['10件起95折', '129元', '要40台'])).toBeNull();
  });

  it('is refused when it comes to something else, or when a figure in it is quoted nowhere', () => {
    expect(sumFault('119×7=840', ['119元', '另外7件'])).toContain('833');
    expect(sumFault('119×7=833', ['119元'])).toContain('7');
    expect(sumFault('大约833', [])).toContain('写成算式');
  });

  it('is no ground without a quote', () => {
    const alone = faultsOf(JERSEY, (authored) => {
      pointIn(authored, 'back').ground = { sum: '1×1=1' };
    });
    expect(alone).toHaveLength(1);
  });
});

it('grounds are kept in the content for reports to cite, and content without grounds stays as it was', () => {
  const file = library.files.cases.find(({ pathId }) => pathId === SHOE)?.scenario.value;
  if (!file) throw new Error('no case');
  const { beats, duties } = toScenario(file);
  expect(beats[2]?.asks[0]?.points[0]?.ground).toEqual([{ at: 's-ex', words: expect.stringContaining('首次换码') }]);
  expect(duties[0]?.ground?.[0]).toEqual({ at: 'sf2', words: '您量下脚长多少厘米' });
  const old = structuredClone(file);
  delete old.grounds;
  for (const beat of old.beats)
    for (const { points } of beat.asks ?? []) for (const point of points) delete point.ground;
  const before = toScenario(old);
  expect(before.beats[2]?.asks[0]?.points[0]).not.toHaveProperty('ground');
  expect(before.duties[0]).not.toHaveProperty('ground');
});
