import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { faultOf, rulesIn, withColumn } from '#client/features/terms/model/rules-draft.ts';
import { RulesPage } from '#client/features/terms/rules-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { sheet } from './class-sheet.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const SHEET = 'classes/c1/terms/m1/sheet';
const { rules } = sheet;

test('saves a column more with its weight taken from another, and only what is 100 in all [J2]', async () => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    [`GET /api/${SHEET}`]: ok(sheet),
    [`POST /api/${SHEET}`]: ok({ version: 3 }),
  });
  renderAt('/classes/c1/terms/m1/rules', '/classes/:id/terms/:term/rules', <RulesPage />);
  const [add] = await screen.findAllByRole('button', { name: '加一项' });
  fireEvent.click(add as HTMLElement);
  const save = () => screen.getByRole('button', { name: BUTTON.save });
  expect(save().hasAttribute('disabled')).toBe(true);
  screen.getByText('满分合计要正好 100，每项至少 1');
  fireEvent.change(screen.getAllByLabelText('满分')[0] as HTMLElement, { target: { value: '30' } });
  fireEvent.change(screen.getByDisplayValue('新的一项'), { target: { value: '值日' } });
  fireEvent.click(save());
  await waitFor(() => expect(asked.some(({ path }) => path === `POST /api/${SHEET}`)).toBe(true));
  const sent = asked.find(({ path }) => path === `POST /api/${SHEET}`)?.body;
  expect(sent).toMatchObject({
    version: 2,
    rules: {
      columns: [
        { id: 'discipline', name: null, weight: 30 },
        { id: 'learning', name: null },
        { id: 'attendance', name: '出勤' },
        { id: 'own-1', name: '值日', part: 'school', weight: 10, source: 'typed', by: 'teacher' },
      ],
    },
  });
});

test('brings back what ships', async () => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    [`GET /api/${SHEET}`]: ok(sheet),
    [`POST /api/${SHEET}`]: ok({ version: 3 }),
  });
  renderAt('/classes/c1/terms/m1/rules', '/classes/:id/terms/:term/rules', <RulesPage />);
  fireEvent.click(await screen.findByRole('button', { name: '恢复默认' }));
  await waitFor(() => expect(asked).toContainEqual({ path: `POST /api/${SHEET}`, body: { version: 2, rules: null } }));
});

test('a draft says what keeps it from being saved, and a name nobody changed stays what ships [J2]', () => {
  expect(faultOf(rules)).toBeNull();
  const [first, second, third] = rules.columns;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three columns');
  expect(faultOf({ ...rules, columns: [first, { ...second, name: ' ' }, third] })).toBe('name');
  expect(faultOf({ ...rules, columns: [{ ...first, weight: 50 }, second] })).toBe('part');
  expect(faultOf({ ...rules, levels: rules.levels.toReversed() })).toBe('levels');
  expect(faultOf({ ...rules, indicators: [{ id: 'score', target: 80, share: 90 }] })).toBe('shares');
  expect(faultOf({ ...rules, indicators: [{ id: 'score', target: 0, share: 100 }] })).toBe('targets');
  const named = rulesIn({ ...rules, columns: [first, { ...second, name: '学习态度' }, third] }, rules);
  expect(named.columns.map(({ name }) => name)).toEqual([null, '学习态度', '出勤']);
  const twice = withColumn(withColumn(rules, 'school', '甲'), 'enterprise', '乙');
  expect(twice.columns.slice(3).map(({ id, by }) => [id, by])).toEqual([
    ['own-1', 'teacher'],
    ['own-2', 'mentor'],
  ]);
});
