import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryPage } from '#client/features/practice/library/library-page.tsx';
import { card } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const OTHER = { shop: 'guchui', shopName: '谷炊生活电器' };
const cards = [
  card({ id: 'promotion/a', title: '满减叠定金', done: 2, best: 72, bestAt: new Date(2026, 10, 18).getTime() }),
  card({ id: 'promotion/b', title: '膨胀金', level: 3, persona: 'student', personaName: '学生' }),
  card({ id: 'promotion/c', title: '第二件', level: 3, done: 1, lastAt: new Date(2026, 10, 9).getTime() }),
  card({ id: 'promotion/d', title: '到点没付' }),
  card({
    id: 'quality-claim/e',
    title: '盖子裂了',
    typeName: '质量破损索赔',
    stage: 'after',
    level: 5,
    trains: '收到坏的来索赔的客户，怎么接',
    ...OTHER,
  }),
];
const open = async (address = '/library') => {
  const asked = serve({ 'GET /api/scenarios': ok(cards) });
  renderAt(address, '/library', <LibraryPage />);
  await screen.findByRole('searchbox', { name: '搜案例' });
  return asked;
};
const where = () => screen.getByTestId('where').textContent;
const titles = () => [...document.querySelectorAll('[data-case]')].map((link) => link.textContent);
const shown = (wanted: string[]) => waitFor(() => expect(titles()).toEqual(wanted));
const box = (title: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `和别的客户一起接：${title}` });

describe('the library', () => {
  it('lists the cases by stage and type, each with what it trains, its shop and customer, and the best score', async () => {
    await open();
    expect(screen.getByText('2 类 5 个案例，2 家店')).toBeTruthy();
    const before = screen.getByRole('region', { name: '售前' });
    expect(within(before).getAllByRole('listitem')).toHaveLength(4);
    const [first, , third, fourth] = within(before).getAllByRole('listitem');
    // What it trains is the type's: said of each case, it would tell the answer.
    expect(within(before).getAllByText('来问活动的客户，怎么查、怎么讲')).toHaveLength(1);
    for (const words of ['满减叠定金', '1 级', '赶时间', '燧步运动', '约 6 分钟', '72', '11-18'])
      expect(first?.textContent).toContain(words);
    expect(third?.textContent).toMatch(/未出分11-09/);
    expect(fourth?.textContent).toContain('没做过');
    expect(screen.queryByRole('region', { name: '售中' })).toBeNull();
  });

  it('[M45] a case in an exam says so and until when, and is marked for no desk', async () => {
    const [first, second] = cards;
    if (first === undefined || second === undefined) throw new Error('no cards');
    const backAt = new Date(2026, 10, 24, 10, 45).getTime();
    serve({
      'GET /api/scenarios': ok([
        { ...first, sealed: { backAt } },
        { ...second, sealed: { backAt: null } },
      ]),
    });
    renderAt('/library', '/library', <LibraryPage />);
    expect(await screen.findByText('考试中，11-24 10:45 考完再练')).toBeTruthy();
    expect(screen.getByText('考试中，考完再练')).toBeTruthy();
    expect(box('满减叠定金').disabled).toBe(true);
  });

  it('takes its filters from the address, and ignores values that no case has', async () => {
    await open('/library?level=3&shop=suibu&type=none');
    expect(titles()).toEqual(['膨胀金', '第二件']);
    expect(screen.getByText('2 / 5 个案例').getAttribute('role')).toBe('status');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '店铺' }).value).toBe('suibu');
    expect(screen.getByRole('radio', { name: '3 级' }).getAttribute('aria-checked')).toBe('true');
  });

  it('keeps each choice in the address, and says of each option how many cases it would show', async () => {
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: '只看没做过的' }));
    await shown(['膨胀金', '到点没付', '盖子裂了']);
    const shop = screen.getByRole('combobox', { name: '店铺' });
    expect(
      within(shop)
        .getAllByRole('option')
        .map((element) => element.textContent),
    ).toEqual(['全部（3）', '燧步运动（2）', '谷炊生活电器（1）']);
    fireEvent.change(shop, { target: { value: 'guchui' } });
    await shown(['盖子裂了']);
    expect(where()).toBe('/library?fresh=1&shop=guchui');
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    await shown(cards.map(({ title }) => title));
    expect(where()).toBe('/library');
  });

  it('filters by a type beside the list, and lets go of it at a second press', async () => {
    await open();
    const rail = within(screen.getByRole('navigation', { name: '类型' }));
    fireEvent.click(rail.getByRole('button', { name: /^质量破损索赔/ }));
    await shown(['盖子裂了']);
    expect(where()).toBe('/library?type=quality-claim');
    fireEvent.click(rail.getByRole('button', { name: /^质量破损索赔/ }));
    await shown(cards.map(({ title }) => title));
  });

  it.each([
    ['膨胀', ['膨胀金']],
    ['索赔的客户', ['盖子裂了']],
    ['质量', ['盖子裂了']],
    ['谷炊 裂', ['盖子裂了']],
  ])('finds %s by title, what it trains, type and shop', async (words, found) => {
    await open();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: words } });
    await shown(found);
  });

  it('says what to change where no case fits', async () => {
    await open('/library?q=%E5%86%B0%E6%B7%87%E6%B7%8B&fresh=1');
    expect(screen.getByText('没有找到「冰淇淋」')).toBeTruthy();
    expect(screen.getByText('换个说法，或者去掉一两项筛选。')).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: '清除筛选' })[0] ?? document.body);
    await shown(cards.map(({ title }) => title));
  });

  it('marks up to three cases of one shop, and says once why others can’t be marked', async () => {
    await open();
    expect(screen.queryByRole('region', { name: '一起接' })).toBeNull();
    fireEvent.click(box('膨胀金'));
    expect(box('盖子裂了').disabled).toBe(true);
    expect(screen.getByText(/一起接要同一家店，这里是燧步运动/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '只接这一位' })).toBeTruthy();
    fireEvent.click(box('第二件'));
    fireEvent.click(box('满减叠定金'));
    expect(box('到点没付').disabled).toBe(true);
    expect(screen.getByText('一次最多 3 位。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '接这 3 位' })).toBeTruthy();
    fireEvent.click(box('第二件'));
    expect(screen.getByText('已选 2 / 3')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '不选了' }));
    expect(where()).toBe('/library');
  });

  it('takes from an old address only those marked cases that one drill can have', async () => {
    const asked = await open('/library?with=promotion/a,none,quality-claim/e,promotion/b');
    fireEvent.click(screen.getByRole('button', { name: '接这 2 位' }));
    await screen.findByText(/没有这场演练/);
    expect(asked.find(({ path }) => path === 'POST /api/drills')?.body).toEqual({
      scenarios: ['promotion/a', 'promotion/b'],
      mode: 'practice',
    });
  });

  it('is walked with the arrow keys, and searched with a slash', async () => {
    await open();
    const [first, second] = document.querySelectorAll<HTMLElement>('[data-case]');
    first?.focus();
    fireEvent.keyDown(first ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second ?? document.body, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first ?? document.body, { code: 'Slash', key: '/' });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('says that it could not be loaded, and that there is no case', async () => {
    serve({ 'GET /api/scenarios': 'offline' });
    renderAt('/library', '/library', <LibraryPage />);
    expect(await screen.findByText('案例没有取到')).toBeTruthy();
    clean();
    serve({ 'GET /api/scenarios': ok([]) });
    renderAt('/library', '/library', <LibraryPage />);
    expect(await screen.findByText('还没有案例')).toBeTruthy();
  });
});
