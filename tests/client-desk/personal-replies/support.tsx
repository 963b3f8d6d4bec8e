/** A desk of somebody signed in, with a server of 我的话术 in memory. */
import '#client/app/i18n.ts';
import { act, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { usePersonalList } from '#client/features/desk/personal-replies/personal-list.ts';
import { usePersonalReplies } from '#client/features/desk/personal-replies/personal-store.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { PersonalReply } from '#contract/practice/personal-replies.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, fakeServer, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

export const idOf = (letter: string): string => letter.repeat(32);
export const mine = (letter: string, over: Partial<PersonalReply> = {}): PersonalReply => ({
  ...{ id: idOf(letter), code: '', title: `标题${letter}`, text: `话术${letter}的内容`, rev: 1, ...over },
});

type Refusal = { code: string; message: string };
/** `asked`: what was asked of it, in order. `refuses`: the next change is answered with it; 'lost': no answer comes. */
export const personalServer = (...replies: PersonalReply[]) => {
  const state = {
    replies,
    asked: [] as { path: string; body: Record<string, unknown> | null }[],
    refuses: null as Refusal | 'lost' | null,
    isDown: false,
  };
  const bodyNow = () => ({
    ...{ replies: state.replies, most: 100, limits: { code: 12, title: 20, text: 500 } },
    variables: { filled: ['买家昵称', '店铺', '客户'], gaps: ['时间', '商品'] },
  });
  const answer = (path: string, body: Record<string, unknown> | null): Response | Promise<Response> => {
    state.asked.push({ path, body });
    const { refuses } = state;
    if (state.isDown) return Promise.reject(new TypeError('down'));
    if (body !== null && refuses !== null) {
      state.refuses = null;
      return refuses === 'lost'
        ? Promise.reject(new TypeError('lost'))
        : new Response(JSON.stringify({ ok: false, error: refuses }));
    }
    const [, id, what] = /personal-replies(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? [];
    if (body !== null) {
      const wording = { code: String(body.code), title: String(body.title), text: String(body.text) };
      const others = state.replies.filter((reply) => reply.id !== id);
      const there = state.replies.find((reply) => reply.id === id);
      if (id === undefined)
        state.replies = state.replies.toSpliced(Number(body.place ?? 99), 0, {
          id: String(body.id),
          ...wording,
          rev: 1,
        });
      else if (what === 'remove') state.replies = others;
      else if (what === 'move' && there !== undefined) state.replies = others.toSpliced(Number(body.place), 0, there);
      else
        state.replies = state.replies.map((reply) =>
          reply.id === id ? { id, ...wording, rev: reply.rev + 1 } : reply,
        );
    }
    return new Response(JSON.stringify({ ok: true, value: bodyNow() }));
  };
  return { state, answer };
};
export type PersonalServer = ReturnType<typeof personalServer>;

export const TALK: readonly WireEvent[] = [
  arrived('c1', 1000, '小鹿'),
  said('c1', 5000, '在吗'),
  replied('c1', 6000, '小鹿您好，燧步运动在的', 't1'),
];

type Options = { person?: string | null; mode?: 'practice' | 'lesson' | 'exam' };
/** Opens a desk with one customer; `person` null: a guest. */
export const openDesk = async ({ answer }: PersonalServer, { person = 'p1', mode = 'practice' }: Options = {}) => {
  forgetMe();
  forgetLoaded();
  usePersonalReplies.setState(usePersonalReplies.getInitialState(), true);
  usePersonalList.setState(usePersonalList.getInitialState(), true);
  useToasts.setState({ toasts: [] });
  localStorage.clear();
  sessionStorage.clear();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  const me = { person: person === null ? null : { id: person, name: '小满', role: 'trainee' }, setup: {} };
  vi.stubGlobal('fetch', (path: string, { body }: { body?: string } = {}) => {
    if (path.includes('/personal-replies'))
      return Promise.resolve(answer(path, body === undefined ? null : JSON.parse(body)));
    const value = path.includes('/shops/') ? SHOP : path === '/api/me' ? me : { ...SUMMARY, mode };
    return Promise.resolve(new Response(JSON.stringify({ ok: true, value })));
  });
  const { server, transport } = fakeServer();
  server.log.push({ ...OPENED, mode } as WireEvent, ...TALK);
  server.now = 10_000;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
      <Toasts />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await settle();
  return server;
};

/** Lets what was asked be answered and drawn. */
export const settle = async (): Promise<void> => {
  for (let n = 0; n < 6; n++) await act(async () => {});
};
export const composer = (): HTMLTextAreaElement => screen.getByLabelText<HTMLTextAreaElement>(/^回复 /);
