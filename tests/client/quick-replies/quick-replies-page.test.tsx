import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { QuickRepliesPage } from '#client/features/quick-replies/quick-replies-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { QuickRepliesBody, RepliesPreview, ReplyRow, SchoolQuickReply } from '#contract/quick-replies.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const reply = (code: string, over: Partial<SchoolQuickReply> = {}): SchoolQuickReply => ({
  code,
  group: '售后',
  title: `标题${code}`,
  text: `内容${code}`,
  ...over,
});
const body = (replies: SchoolQuickReply[], version = 2): QuickRepliesBody => ({
  shop: { id: 'suibu', name: '燧步', shipped: 84 },
  version,
  replies,
  versions: [2, 1].map((number) => ({
    ...{ version: number, kind: 'replaced', restores: null, count: 2, added: 1, changed: 0, removed: 3 },
    ...{ at: 1_763_600_000_000, by: '王老师' },
  })),
  placeholders: ['买家昵称'],
  most: 300,
});
const row = (code: string, over: Partial<ReplyRow> = {}): ReplyRow => ({
  ...reply(code),
  line: 2,
  faults: [],
  change: 'added',
  before: null,
  ...over,
});
const PREVIEW: RepliesPreview = {
  rows: [
    row('a', { line: 2 }),
    row('b', { line: 3, change: 'changed', before: reply('b', { text: '原先的话' }) }),
    row('c', {
      line: 4,
      change: null,
      faults: [{ code: 'missing', column: 'text', message: '第 4 行「内容」：没有填' }],
    }),
  ],
  good: 2,
  missing: [reply('z')],
  base: 2,
};
const SHOPS = [{ id: 'suibu', name: '燧步', shipped: 84, own: 2, last: null }];
const OF = '/api/quick-replies/suibu';

const open = (more: Parameters<typeof serve>[0] = {}, me = signedIn('teacher')) => {
  const asked = serve({
    'GET /api/me': ok(me),
    'GET /api/quick-replies': ok(SHOPS),
    [`GET ${OF}`]: ok(body([reply('a'), reply('z', { group: '发货' })])),
    [`POST ${OF}/preview`]: ok(PREVIEW),
    ...more,
  });
  renderAt(
    '/quick-replies',
    '/quick-replies/:shop?',
    <>
      <QuickRepliesPage />
      <Toasts />
    </>,
  );
  return asked;
};
const sent = (asked: ReturnType<typeof serve>, path: string) =>
  asked.filter((request) => request.path === `POST ${path}`);
const choose = async () => {
  const file = new File(['x'], '话术.csv');
  fireEvent.change(await screen.findByLabelText('话术表格'), { target: { files: [file] } });
};

describe('本校话术', () => {
  it('shows the first shop’s replies, group by group', async () => {
    open();
    expect((await screen.findByRole('link', { name: '燧步 2' })).getAttribute('aria-current')).toBe('page');
    expect(within(await screen.findByRole('region', { name: '发货' })).getByText('内容z')).toBeTruthy();
    expect(screen.getByText('本校 2 条，店铺自带 84 条')).toBeTruthy();
  });

  it('is closed to a mentor, and says so', async () => {
    open({}, signedIn('mentor'));
    expect(await screen.findByRole('link', { name: BUTTON.home })).toBeTruthy();
    expect(screen.queryByLabelText('话术表格')).toBeNull();
  });

  it('shows a failure with its code, and tries again', async () => {
    const asked = open({ 'GET /api/quick-replies': 'offline' });
    expect(await screen.findByText('本校话术没有取到')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.again }));
    await waitFor(() => expect(asked.filter(({ path }) => path === 'GET /api/quick-replies')).toHaveLength(2));
  });

  it('says what is wrong with a file, and stays on the page', async () => {
    open({
      [`POST ${OF}/preview`]: { ok: false, error: { code: 'replies-headings', message: '表头不对：缺「标题」。' } },
    });
    await choose();
    expect((await screen.findByRole('alert')).textContent).toContain('表头不对：缺「标题」。');
    expect(screen.getByText('内容a')).toBeTruthy();
  });

  it('lists rows with faults first, and saves the others as chosen', async () => {
    const asked = open({ [`POST ${OF}`]: ok(body([reply('a')], 3)) });
    await choose();
    expect(await screen.findByText('第 4 行「内容」：没有填')).toBeTruthy();
    const heads = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(heads).toEqual(['有问题 1', '改动 1', '新增 1']);
    expect(screen.getByText('原先的话')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: /整份替换/ }));
    expect(within(screen.getByRole('region', { name: '去掉' })).getByText('内容z')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '存下 2 条' }));
    expect(await screen.findByText('存成第 3 版，以后开的演练都带上')).toBeTruthy();
    expect(sent(asked, OF)[0]?.body).toEqual({ mode: 'replace', base: 2, rows: [reply('a'), reply('b')] });
  });

  it('says beside the button that somebody else has saved since', async () => {
    open({ [`POST ${OF}`]: { ok: false, error: { code: 'replies-changed', message: '刚才有人存了新的一版。' } } });
    await choose();
    fireEvent.click(await screen.findByRole('button', { name: '存下 2 条' }));
    expect((await screen.findByRole('alert')).textContent).toContain('刚才有人存了新的一版。');
  });

  it('has a disabled button where a table changes nothing', async () => {
    const same = { ...PREVIEW, rows: [row('a', { change: 'unchanged' })], good: 1, missing: [] };
    open({ [`POST ${OF}/preview`]: ok(same) });
    await choose();
    const button = await screen.findByRole('button', { name: '存下 1 条' });
    expect(button.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('和现在的一样，没有要存的')).toBeTruthy();
  });

  it('removes all, and brings them back', async () => {
    const asked = open({
      [`POST ${OF}/remove`]: ok(body([], 3)),
      [`POST ${OF}/versions/2/restore`]: ok(body([reply('a')], 4)),
    });
    fireEvent.click(await screen.findByRole('button', { name: '全部去掉' }));
    fireEvent.click(await screen.findByRole('button', { name: '恢复' }));
    await waitFor(() => expect(sent(asked, `${OF}/versions/2/restore`)[0]?.body).toEqual({ base: 3 }));
    expect(sent(asked, `${OF}/remove`)[0]?.body).toEqual({ base: 2 });
  });

  it('shows a version before it is put back', async () => {
    const asked = open({
      [`GET ${OF}/versions/1`]: ok({ ...body([]).versions[1], replies: [reply('old')] }),
      [`POST ${OF}/versions/1/restore`]: ok(body([reply('old')], 3)),
    });
    fireEvent.click(await screen.findByRole('button', { name: '看第 1 版' }));
    expect(
      within(await screen.findByRole('dialog', { name: '第 1 版' })).getByText(await words('内容old')),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.close }));
    expect(screen.queryByRole('button', { name: '退回第 2 版' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '退回第 1 版' }));
    await waitFor(() => expect(sent(asked, `${OF}/versions/1/restore`)[0]?.body).toEqual({ base: 2 }));
  });
});

const words = async (text: string): Promise<string> => {
  await screen.findByText(text);
  return text;
};
