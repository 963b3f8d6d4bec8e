import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SeatItemPage } from '#client/features/inspection/class-item-page.tsx';
import { InspectionPage } from '#client/features/inspection/inspection-page.tsx';
import { useInspectionDevice } from '#client/features/inspection/model/device.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { ClassItemBody } from '#contract/practice/class-inspections.ts';
import type { Comparison, InspectionBody, InspectionCard, Marking } from '#contract/practice/inspections.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(() => {
  clean();
  localStorage.clear();
  useInspectionDevice.setState(useInspectionDevice.getInitialState(), true);
});

const card = (id: string, no: number): InspectionCard => ({
  ...{ id, no, type: 'return-dispute', typeName: '退换货纠纷', replies: 1, isComplaint: false, sealed: false },
});
const shop: ShopBody = {
  ...{ id: 'suibu', name: '随步', platformName: '平台', hours: ['09:00', '23:00'], voice: '', role: '' },
  ...{ products: [], policies: [], quickReplies: [], authority: [], coupons: [], actions: [] },
};
const IDS = ['response', 'expression', 'solving', 'operation', 'manner', 'sales'] as const;
const inspection: InspectionBody = {
  ...{ card: card('aaaaaaaa', 1), conversation: 'c1', customer: '大鹏', shop, events: [], complaint: null },
  lines: [
    { id: 'c1-1', conversation: 'c1', at: 5000, by: 'customer', text: '那退我多少' },
    { id: 'c1-p1', conversation: 'c1', at: 26_000, by: 'trainee', text: '大概四百吧' },
  ],
  scorecard: {
    ...{ rubric: { id: '2026-11', date: '2026-11-01' }, fullFrom: 85, partFrom: 60, cap: 59 },
    dimensions: IDS.map((id) => ({
      ...{ id, name: `方面 ${id}`, weight: id === 'solving' ? 50 : 10 },
      faults: [{ code: `${id}-fault`, title: `错 ${id}`, why: '' }],
    })),
    redLines: [{ code: 'red-line:insult', title: '红线：辱骂讽刺' }],
  },
};
const agreement = {
  lines: 7,
  agreed: 6,
  kappa: 0.71,
  difference: 8.3,
  compared: 6,
  both: 1,
  onlyFirst: 0,
  onlySecond: 0,
};
const compared = (marking: Marking): Comparison => ({
  ...{ marking, ruled: null, complaint: null, agreements: [{ pair: [0, 1], agreement }] },
  parties: (['own', 'program'] as const).map((by) => ({
    ...{ by, name: null, total: 75, redLine: { crossed: false, titles: [], lines: [] } },
    dimensions: IDS.map((id) => ({ id, level: 'full', exact: by === 'program' ? 97 : null, faults: [] })),
  })),
});

const blank: Marking = {
  dimensions: Object.fromEntries(
    IDS.map((id) => [id, { level: 'full', faults: [] }]),
  ) as unknown as Marking['dimensions'],
  redLine: null,
  complaint: null,
};
const open = async () => {
  const asked = serve({
    'GET /api/inspections': ok({ inspections: [card('aaaaaaaa', 1), card('bbbbbbbb', 2)] }),
    'GET /api/inspections/aaaaaaaa': ok(inspection),
    'POST /api/inspections/aaaaaaaa/marks': ok(compared(blank)),
  });
  renderAt('/inspect/aaaaaaaa', '/inspect/:id', <InspectionPage />);
  await screen.findByText('那退我多少');
  return () => asked.filter(({ path }) => path.startsWith('POST')).map(({ body }) => body as Marking);
};
const handIn = () => screen.getByRole('button', { name: '交，看对不对' });

describe('the page of 质检', () => {
  it('is filled in by keyboard and a click on the line, handed in once, and compared again after a reload [I2]', async () => {
    const sent = await open();
    expect(handIn()).toHaveProperty('disabled', true);
    for (const key of ['Digit1', 'KeyJ', 'Digit1', 'KeyJ', 'Digit3']) fireEvent.keyDown(window, { code: key });
    await screen.findByText('判部分和没达到，要勾出少了什么。');
    fireEvent.click(screen.getByRole('checkbox', { name: '错 solving' }));
    fireEvent.click(await screen.findByRole('button', { name: '大概四百吧' }));
    for (const key of ['KeyJ', 'Digit0', 'KeyJ', 'Digit1', 'KeyJ', 'Digit1']) fireEvent.keyDown(window, { code: key });
    fireEvent.click(within(screen.getByRole('radiogroup', { name: '红线' })).getByText('没踩'));
    await waitFor(() => expect(handIn()).toHaveProperty('disabled', false));
    fireEvent.click(handIn());
    await screen.findByText('6 / 7');
    expect(sent()[0]?.dimensions.solving).toEqual({
      level: 'none',
      faults: [{ code: 'solving-fault', line: 'c1-p1' }],
    });
    expect(sent()[0]?.dimensions.operation).toEqual({ level: 'na', faults: [] });
    expect(screen.getByRole('link', { name: '下一份' }).getAttribute('href')).toBe('/inspect/bbbbbbbb');
    // A key pressed now changes nothing that was handed in.
    fireEvent.keyDown(window, { code: 'Digit3' });
    expect(useInspectionDevice.getState().kept.aaaaaaaa?.marking).toEqual(sent()[0]);
    expect(useInspectionDevice.getState().kept.aaaaaaaa?.figures).toEqual(agreement);
    const first = sent()[0];
    clean();
    const again = await open();
    await screen.findByText('6 / 7');
    expect(again()[0]).toEqual(first);
  });
});

it('[I20] a drill with several customers is read one after the other, its lines numbered through, and marked as one', async () => {
  const other = {
    ...{ conversation: 'c2', customer: '小满', shop, events: [] },
    lines: [{ id: 'c2-p1', conversation: 'c2', at: 40_000, by: 'trainee' as const, text: '马上给您换' }],
  };
  const { conversation, customer, events, lines } = inspection;
  const body: ClassItemBody = {
    ...{ inspection, marking: null, comparison: null, next: null },
    customers: [{ conversation, customer, shop, events, lines }, other],
  };
  serve({ 'GET /api/seats/s1/inspection/1': ok(body) });
  renderAt('/inspect/seats/s1/1', '/inspect/seats/:id/:no', <SeatItemPage />);
  await screen.findByText('那退我多少');
  expect(screen.getByText('第 1 句')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: '客户 2' }));
  expect(screen.getByText('马上给您换')).toBeTruthy();
  expect(screen.queryByText('那退我多少')).toBeNull();
  expect(screen.getByText('第 2 句')).toBeTruthy();
});
