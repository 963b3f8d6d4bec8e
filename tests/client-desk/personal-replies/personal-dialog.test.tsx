/** 我的话术 written, changed, deleted and put back; nothing written is lost. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { BUTTON, DESK } from '#tests/support/labels.ts';
import { composer, idOf, mine, openDesk, type PersonalServer, personalServer, settle } from './support.tsx';

afterEach(() => {
  cleanup();
  onDesktop();
  vi.unstubAllGlobals();
});

/** What opens over the desk may have to load first. */
const opened = async (name: string | RegExp) => {
  await screen.findByRole('dialog', { name });
  await settle();
};
const dialog = () => within(screen.getByRole('dialog'));
const field = (name: string | RegExp) => dialog().getByLabelText<HTMLInputElement>(name);
const press = async (name: string | RegExp) => {
  fireEvent.click(dialog().getByRole('button', { name }));
  await settle();
};
const write = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const keep = async () => {
  fireEvent.keyDown(document.body, { key: 's', code: 'KeyS', altKey: true });
  await opened('存成我的话术');
};
const manage = async () => {
  fireEvent.change(composer(), { target: { value: '/' } });
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '管理' }));
  await opened('我的话术');
};
const close = async () => {
  fireEvent.click(dialog().getByRole('button', { name: BUTTON.close }));
  await settle();
};
const changesOf = ({ state }: PersonalServer) => state.asked.filter(({ body }) => body !== null);
const titles = () =>
  dialog()
    .queryAllByRole('listitem')
    .map((row) => row.querySelector('b')?.textContent);

it('what is typed becomes one by Alt S, with names as variables, and stands in the list at once [Q84]', async () => {
  const server = personalServer();
  await openDesk(server);
  fireEvent.change(composer(), { target: { value: '小鹿，帮您催仓库了' } });
  composer().focus();
  await keep();
  expect(field('标题').value).toBe('帮您催仓库了');
  expect(field('话术').value).toBe('{买家昵称}，帮您催仓库了');
  write(/^快捷码/, '9x');
  expect(dialog().getByRole<HTMLButtonElement>('button', { name: '存下' }).disabled).toBe(true);
  write(/^快捷码/, 'ck');
  await press('存下');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('存好了「帮您催仓库了」，打 / 就能插入')).toBeTruthy();
  const [{ body } = { body: null }] = changesOf(server);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    code: 'ck',
    title: '帮您催仓库了',
    text: '{买家昵称}，帮您催仓库了',
  });
  expect(composer().value).toBe('小鹿，帮您催仓库了');
  await waitFor(() => expect(document.activeElement).toBe(composer()));
  fireEvent.change(composer(), { target: { value: '/ck' } });
  await settle();
  expect(within(screen.getByRole('grid')).getByRole('row').textContent).toContain('帮您催仓库了');
});

it('a sent line becomes one by its own button, and by Alt S where nothing is typed [Q84]', async () => {
  await openDesk(personalServer());
  fireEvent.click(screen.getByRole('button', { name: '存话术：小鹿您好，燧步运动在的' }));
  await opened('存成我的话术');
  expect(field('话术').value).toBe('{买家昵称}您好，{店铺}在的');
  await close();
  await keep();
  expect(field('话术').value).toBe('{买家昵称}您好，{店铺}在的');
});

it('stays in its dialog until the server has it, and comes back after the dialog was closed [Q84] [N23]', async () => {
  const server = personalServer();
  await openDesk(server);
  await keep();
  write('标题', '改过的');
  write('话术', '改过的一句');
  server.state.refuses = 'lost';
  await press('存下');
  expect(dialog().getByText(/连不上服务器/)).toBeTruthy();
  expect(field('话术').value).toBe('改过的一句');
  await close();
  await manage();
  await press('接着写');
  expect(field('话术').value).toBe('改过的一句');
  await press('存下');
  expect(server.state.replies.map(({ text }) => text)).toEqual(['改过的一句']);
  const [first, second] = changesOf(server);
  expect(second?.body?.id).toBe(first?.body?.id);
  expect(dialog().queryByRole('button', { name: '接着写' })).toBeNull();
});

it('a wording that another page replaced is shown before it is overwritten; a deleted one is stored as new [Q81]', async () => {
  const server = personalServer(mine('a'));
  await openDesk(server);
  await manage();
  await press('改「标题a」');
  write('话术', '我这样写');
  server.state.replies = [mine('a', { text: '别处这样写', rev: 2 })];
  server.state.refuses = { code: 'personal-reply-changed', message: '刚在别的页面改过' };
  await press('存下');
  expect(dialog().getByText('现在是这样写的：别处这样写')).toBeTruthy();
  expect(field('话术').value).toBe('我这样写');
  server.state.refuses = { code: 'unknown-personal-reply', message: '已经在别的页面删掉了' };
  await press('存下');
  expect(changesOf(server).at(-1)?.body).toMatchObject({ rev: 2, text: '我这样写' });
  server.state.replies = [];
  await press('另存成新的一条');
  expect(changesOf(server).at(-1)).toMatchObject({ path: '/api/personal-replies', body: { text: '我这样写' } });
  expect(titles()).toEqual(['标题a']);
});

it('one that was deleted comes back to its place, and any is moved [Q81]', async () => {
  const server = personalServer(mine('a'), mine('b'), mine('c'));
  await openDesk(server);
  await manage();
  expect(titles()).toEqual(['标题a', '标题b', '标题c']);
  await press('删「标题b」');
  expect(titles()).toEqual(['标题a', '标题c']);
  await press('撤回');
  expect(titles()).toEqual(['标题a', '标题b', '标题c']);
  expect(changesOf(server).at(-1)?.body).toMatchObject({ id: idOf('b'), place: 1 });
  await press('「标题c」上移');
  expect(titles()).toEqual(['标题a', '标题c', '标题b']);
  server.state.refuses = 'lost';
  await press('删「标题a」');
  expect(titles()).toEqual(['标题a', '标题c', '标题b']);
  expect(dialog().getByRole('alert').textContent).toContain('连不上服务器');
});

it('an empty list says how one begins, a variable is put in by its button, and palette and phone lead there [Q84]', async () => {
  await openDesk(personalServer());
  fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
  fireEvent.change(await screen.findByRole('combobox', { name: DESK.palette }), { target: { value: '我的话术' } });
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['存成我的话术AltS', '我的话术']);
  fireEvent.click(screen.getByRole('option', { name: '我的话术' }));
  await opened('我的话术');
  expect(dialog().getByText('还没有我的话术')).toBeTruthy();
  await press('写一条');
  await press('放进 {店铺}');
  expect(field('话术').value).toBe('{店铺}');
  cleanup();
  onPhone();
  await openDesk(personalServer());
  fireEvent.click(within(screen.getByRole('region', { name: DESK.list })).getByRole('button', { name: /^\d? ?小鹿/ }));
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '更多' }));
  fireEvent.click(await screen.findByRole('button', { name: '存成我的话术' }));
  await opened('存成我的话术');
  expect(field('话术').value).toBe('{买家昵称}您好，{店铺}在的');
});
