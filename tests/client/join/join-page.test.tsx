import '#client/app/i18n.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JoinPage } from '#client/features/join/join-page.tsx';
import type { Reply } from '#contract/errors.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { joinBody, seatBody } from '#tests/client/fixtures/seat.ts';

beforeEach(() => sessionStorage.clear());
afterEach(clean);

const GET = 'GET /api/join/482913';
const POST = 'POST /api/join/482913';
const where = () => screen.getByTestId('where').textContent;
const refused = (code: string, message: string): Reply<unknown> => ({ ok: false, error: { code, message } }) as never;

describe('the code', () => {
  const open = () => renderAt('/join', '/join', <JoinPage />);
  const field = () => screen.getByLabelText<HTMLInputElement>('口令');

  it('goes on by itself at the sixth digit', () => {
    serve({});
    open();
    fireEvent.change(field(), { target: { value: '48291' } });
    expect(screen.getByText('还差 1 位')).toBeTruthy();
    expect(where()).toBe('/join');
    fireEvent.change(field(), { target: { value: '482913' } });
    expect(where()).toBe('/join/482913');
  });

  it('takes what is pasted with spaces, or typed in full width', () => {
    serve({});
    open();
    fireEvent.change(field(), { target: { value: ' 482 ９１３' } });
    expect(where()).toBe('/join/482913');
  });

  it('is left alone while an input method composes', () => {
    serve({});
    open();
    const composing = new InputEvent('input', { bubbles: true, isComposing: true });
    field().value = '４８a';
    fireEvent(field(), composing);
    expect(field().value).toBe('４８a');
    fireEvent.compositionEnd(field());
    expect(field().value).toBe('48');
  });

  it('that is wrong says so, says where to look, and can be typed again', async () => {
    serve({ [GET]: refused('unknown-code', '没有这个口令，看看大屏上的六位数。') });
    renderAt('/join/482913', '/join/:code', <JoinPage />);
    expect(await screen.findByText('没有这个口令，看看大屏上的六位数。')).toBeTruthy();
    expect(field().value).toBe('482913');
    fireEvent.change(field(), { target: { value: '48291' } });
    expect(screen.queryByText('没有这个口令，看看大屏上的六位数。')).toBeNull();
  });

  it('with a space in it is the same code in an address', async () => {
    serve({ [GET]: ok(joinBody()) });
    renderAt('/join/482%20913', '/join/:code', <JoinPage />);
    expect(await screen.findByRole('heading', { level: 1, name: '周三上午场' })).toBeTruthy();
  });

  it('of a run that is over leads to typing another one', async () => {
    serve({ [GET]: refused('run-over', '这个场次已经结束。') });
    renderAt('/join/482913', '/join/:code', <JoinPage />);
    expect((await screen.findByRole('link', { name: '换个口令' })).getAttribute('href')).toBe('/join');
  });
});

describe('the name', () => {
  const open = (body = joinBody(), answer: Reply<unknown> = ok(seatBody())) => {
    const asked = serve({ [GET]: ok(body), [POST]: answer });
    renderAt('/join/482913', '/join/:code', <JoinPage />);
    return asked;
  };
  const posts = (asked: { path: string; body: unknown }[]) => asked.filter((request) => request.path === POST);

  it('is confirmed once before the seat is taken', async () => {
    const asked = open();
    fireEvent.click(await screen.findByRole('button', { name: /林可欣/ }));
    const dialog = within(screen.getByRole('dialog', { name: '我是 林可欣' }));
    expect(dialog.getByText('1 号，电商 2403 班')).toBeTruthy();
    expect(posts(asked)).toHaveLength(0);
    fireEvent.click(dialog.getByRole('button', { name: '我是 林可欣' }));
    await waitFor(() => expect(where()).toBe('/seats/s1'));
    expect(posts(asked)[0]?.body).toEqual({ seat: 's1' });
  });

  it('picked by mistake can be put back, and then the list is loaded again', async () => {
    const asked = open();
    fireEvent.click(await screen.findByRole('button', { name: /林可欣/ }));
    fireEvent.click(screen.getByRole('button', { name: '不是我，返回' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(posts(asked)).toHaveLength(0);
    await waitFor(() => expect(asked.filter((request) => request.path === GET)).toHaveLength(2));
  });

  it('that is taken says that moving the seat needs the teacher', async () => {
    open();
    const taken = await screen.findByRole('button', { name: /陈思远/ });
    expect(taken.textContent).toContain('已有设备');
    fireEvent.click(taken);
    expect(screen.getByText('这个席位已有设备。换到这台要老师点一下。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '请老师换到这台' })).toBeTruthy();
  });

  it('refused says why beside the button', async () => {
    open(joinBody(), refused('run-locked', '老师锁了门，请老师放行。'));
    fireEvent.click(await screen.findByRole('button', { name: /林可欣/ }));
    fireEvent.click(screen.getByRole('button', { name: '我是 林可欣' }));
    expect((await screen.findByRole('alert')).textContent).toContain('老师锁了门');
    expect(screen.getByRole('button', { name: '我是 林可欣' }).hasAttribute('disabled')).toBe(false);
  });

  it('is typed where there is no roster, and the Enter of an input method sends nothing', async () => {
    const asked = open(joinBody({ roster: [], walkIn: true }));
    const field = await screen.findByLabelText('姓名');
    fireEvent.change(field, { target: { value: ' 林可欣 ' } });
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '我是 林可欣' }));
    await waitFor(() => expect(where()).toBe('/seats/s1'));
    expect(posts(asked)[0]?.body).toEqual({ name: '林可欣' });
  });

  it('isn’t asked for on a device that has a seat already', async () => {
    open(joinBody({ mine: 's7' }));
    await waitFor(() => expect(where()).toBe('/seats/s7'));
  });

  it('[H20] of homework moves here without asking, and a typed name that is one’s own is said to be so', async () => {
    const homework = { opensAt: 0, dueAt: 1, late: null, attempts: null, counts: 'best' } as const;
    const run = { ...joinBody().run, homework };
    const seat = { seat: 's1', no: '1', name: '林可欣', taken: true, moves: true };
    open(joinBody({ run, roster: [seat] }));
    fireEvent.click(await screen.findByRole('button', { name: /林可欣/ }));
    expect(screen.getByText(/以前做的跟着过来/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '我是 林可欣' })).toBeTruthy();
    clean();
    const asked = open(joinBody({ run, roster: [], walkIn: true }), refused('name-taken', '已经有人叫「林可欣」了'));
    fireEvent.change(await screen.findByLabelText('姓名'), { target: { value: '林可欣' } });
    fireEvent.click(screen.getByRole('button', { name: '我是 林可欣' }));
    fireEvent.click(await screen.findByRole('button', { name: '就是我，换到这台设备' }));
    await waitFor(() => expect(posts(asked).at(-1)?.body).toEqual({ name: '林可欣', again: true }));
  });

  it('of an exam and of a contest is no homework, though each has its window', async () => {
    const homework = { opensAt: 0, dueAt: 1, late: null, attempts: 1, counts: 'best' } as const;
    for (const [over, said] of [
      [{ parts: 3 }, /电商 2403 班，模拟考试，/],
      [{ contest: 'c1' }, /电商 2403 班，比赛，/],
      [{}, /电商 2403 班，作业，/],
    ] as const) {
      open(joinBody({ run: { ...joinBody().run, mode: 'exam', homework, ...over } }));
      expect(await screen.findByText(said)).toBeTruthy();
      clean();
    }
  });

  it('is shown with the word that the teacher has locked the door', async () => {
    const { run } = joinBody();
    open(joinBody({ run: { ...run, locked: true } }));
    expect(await screen.findByText(/老师锁了门，新来的进不去/)).toBeTruthy();
  });
});
