import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AuthoredPage } from '#client/features/authored/authored-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { CaseChecked } from '#contract/authored.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { BROKEN, body, checked, row } from './cases.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const open = (more: Parameters<typeof serve>[0] = {}, me = signedIn('teacher')) => {
  const asked = serve({ 'GET /api/me': ok(me), 'GET /api/authored': ok([]), ...more });
  renderAt('/authored', '/authored', <AuthoredPage />);
  return asked;
};
const yaml = (name = 'own.yaml', text = 'id: 甲') => new File([text], name);
const choose = async (...files: File[]): Promise<void> => {
  fireEvent.change(await screen.findByLabelText('案例文件'), { target: { files } });
};
const bytesOf = (text: string): string => Buffer.from(text).toString('base64');

describe('the school’s own cases', () => {
  it('are listed with how each stands', async () => {
    open({
      'GET /api/authored': ok([
        row(),
        row({ case: 'a2', title: '草稿', published: null, versions: 1 }),
        row({ case: 'a3', title: '撞了名的', hidden: 'case-id-shipped' }),
      ]),
    });
    const line = (title: string) =>
      screen.getByRole('rowheader', { name: new RegExp(title) }).closest('tr')?.textContent;
    expect((await screen.findByRole('link', { name: '脚背高的跑鞋' })).getAttribute('href')).toBe('/authored/a1');
    expect(line('脚背高')).toContain('已发布第 2 版');
    expect(line('草稿')).toContain('没有发布');
    expect(line('撞了名')).toContain('发布了，但列表里没有');
    expect(screen.queryByText('本校还没有自编案例')).toBeNull();
  });

  it('say what to do while there are none, with the guide beside', async () => {
    open();
    await screen.findByText('本校还没有自编案例');
    expect(screen.getByRole('link', { name: '怎么写一个案例' }).getAttribute('href')).toBe('/guide/writing-a-case');
    expect(screen.getByRole('button', { name: '选文件' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: BUTTON.cancel })).toBeNull();
  });

  it('can be asked for again when they didn’t load', async () => {
    open({ 'GET /api/authored': 'offline' });
    await screen.findByText('自编案例没有取到');
    serve({ 'GET /api/authored': ok([row()]) });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.again }));
    await screen.findByRole('link', { name: '脚背高的跑鞋' });
  });

  it('are closed to a mentor', async () => {
    const asked = open({}, signedIn('mentor'));
    await screen.findByText('你的身份进不了这里');
    expect(asked.map(({ path }) => path)).not.toContain('GET /api/authored');
  });
});

describe('an upload', () => {
  it('is checked at once: number of findings, place, code, words and the line itself, errors first', async () => {
    const asked = open({ 'POST /api/authored/check': ok(BROKEN) });
    await choose(yaml(), yaml('own.testplan.yaml', 'model: {}'));
    const list = within(await screen.findByRole('region', { name: '诊断' }));
    expect(list.getByRole('status').textContent).toContain('1 个错误，1 个提醒');
    const [first, second] = list.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    for (const words of [
      '错误',
      '第 95 行，第 12 列',
      'unknown-id',
      '没有拍子或结局 exchangee',
      'then: {resolved: exchangee}',
    ])
      expect(first).toContain(words);
    expect(second).toContain('提醒');
    expect(asked.find(({ path }) => path === 'POST /api/authored/check')?.body).toEqual({
      files: {
        file: { name: 'own.yaml', bytes: bytesOf('id: 甲') },
        testplan: { name: 'own.testplan.yaml', bytes: bytesOf('model: {}') },
      },
      case: null,
    });
  });

  it('that varies says how many cards were played, and what there was no time for [K7]', async () => {
    const cards = { all: 144, covering: 17, judged: 17, played: 17, allWritten: true };
    const upload = async (over: Partial<CaseChecked>) => {
      cleanup();
      open({ 'POST /api/authored/check': ok(checked(over)) });
      await choose(yaml());
      return (await screen.findByText(/^会变的案例/)).textContent;
    };
    expect(await upload({ cards })).toBe('会变的案例，144 张牌。全部学员演过 17 张，每一对抽法都在里面。');
    expect(await upload({ cards: { ...cards, played: 4 } })).toContain('全部学员演过 4 张，检查的时间只够这些');
    const short = await upload({ cards: { ...cards, judged: 9, played: 1, allWritten: false } });
    expect(short).toContain('只够演 9 张，每一对抽法都演到要 17 张');
    expect(short).toContain('没有来得及都写出来看');
    expect(await upload({ cards, errors: 1 })).toContain('查了 17 张。错误改好');
  });

  it('is kept with its note and leads to its page', async () => {
    const asked = open({
      'POST /api/authored/check': ok(checked()),
      'POST /api/authored': ok({ ...body({ case: 'a7' }), saved: 'v1' }),
    });
    await choose(yaml());
    await screen.findByText('没有错误，也没有提醒。');
    fireEvent.change(screen.getByLabelText('这一版改了什么'), { target: { value: '第一稿' } });
    fireEvent.click(screen.getByRole('button', { name: '存为新版本' }));
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/authored/a7'));
    expect(asked.find(({ path }) => path === 'POST /api/authored')?.body).toMatchObject({ note: '第一稿' });
  });

  it('that can’t be stored says why beside the button, and whose case has its id', async () => {
    open({
      'POST /api/authored/check': ok(
        checked({
          refused: { code: 'case-id-taken', message: '本校已经有 product-advice/own' },
          taken: { case: 'a1', title: '脚背高的跑鞋', by: '李老师' },
        }),
      ),
    });
    await choose(yaml());
    expect((await screen.findByRole('link', { name: '去那里存新版本' })).getAttribute('href')).toBe('/authored/a1');
    const save = screen.getByRole('button', { name: '存为新版本' });
    expect(save.hasAttribute('disabled')).toBe(true);
    expect(document.getElementById(save.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '本校已经有 product-advice/own',
    );
  });

  it('that the server refuses shows the server’s own words', async () => {
    const message = '「own.yaml」不是 UTF-8：请另存为 UTF-8 再传。';
    open({ 'POST /api/authored/check': { ok: false, error: { code: 'case-not-utf8', message } } });
    await choose(yaml());
    expect((await screen.findByRole('alert')).textContent).toBe(`${message}（case-not-utf8）`);
    expect(screen.queryByRole('button', { name: '存为新版本' })).toBeNull();
  });

  it.each([
    ['only a testplan', [yaml('own.testplan.yaml')], '里面没有案例，只有 testplan。两份一起选。'],
    ['two cases', [yaml('a.yaml'), yaml('b.yaml')], '一次传一个案例，最多带一份 testplan。'],
    ['a file too large', [yaml('a.yaml', 'a'.repeat(262_145))], '文件超过 256 kB'],
  ])('of %s isn’t even sent', async (_name, files, words) => {
    const asked = open();
    await choose(...files);
    expect((await screen.findByRole('alert')).textContent).toContain(words);
    expect(asked.map(({ path }) => path)).not.toContain('POST /api/authored/check');
  });

  it('of a file that changed on disk after it was picked asks for the file again', async () => {
    open();
    const file = yaml();
    file.arrayBuffer = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
    await choose(file);
    expect((await screen.findByRole('alert')).textContent).toContain('选好以后文件又改过');
  });
});
