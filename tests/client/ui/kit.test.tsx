import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { waitLevel } from '#client/drill/model/wait-level.ts';
import { Mood } from '#client/drill/status/mood.tsx';
import { ResponseFigures } from '#client/drill/status/response-figures.tsx';
import { WaitMeter } from '#client/drill/status/wait-meter.tsx';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Skeleton } from '#client/ui/layout/skeleton.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';

afterEach(cleanup);
const thresholds = { passS: 30, failS: 60 };

describe('kit', () => {
  it('levels of waiting follow the rubric’s thresholds', () => {
    expect([null, 0, 30, 31, 60, 61].map((waited) => waitLevel(waited, thresholds))).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('a wait is told in words, and in minutes from 100 s on', () => {
    render(<WaitMeter waitedS={142} thresholds={thresholds} />);
    expect(document.body.textContent).toBe('超时，已等2:22');
  });

  it('of several past the fail time only the longest is solid, and each says the same words', () => {
    const look = (waitedS: number, isLongest: boolean) => {
      cleanup();
      render(<WaitMeter {...{ waitedS, thresholds, isLongest }} />);
      return { words: document.body.textContent, isSolid: document.querySelector('.bg-bad-solid') !== null };
    };
    expect(look(142, true)).toEqual({ words: '超时，已等2:22', isSolid: true });
    expect(look(142, false)).toEqual({ words: '超时，已等2:22', isSolid: false });
  });

  it('[X72] a wait and a figure stand alone while no limit is known, else with the limits they are graded by', () => {
    render(<WaitMeter waitedS={142} thresholds={null} />);
    expect(document.body.textContent).toBe('2:22');
    cleanup();
    const counts = { unansweredCount: 0, presentCount: 1 };
    const figures = { firstMs: 90_000, meanMs: 12_000, firstLine: null, meanLine: null, ...counts };
    const tier = { excellentS: 18, passS: 30, failS: 60, isMixed: false };
    render(<ResponseFigures figures={figures} tier={null} />);
    expect(document.body.textContent).not.toContain('达标');
    expect(document.querySelector('.text-bad, .text-warn, .text-good')).toBeNull();
    cleanup();
    render(<ResponseFigures figures={{ ...figures, firstLine: tier, meanLine: tier }} tier={null} />);
    expect(document.body.textContent).toContain('达标线 30');
    expect(document.body.textContent).toContain('优秀 18');
    expect(screen.getByText('90').className).toBe('text-bad');
  });

  it('[X99] a mean earned under several limits says so, and its verdict is that of the limit beside it', () => {
    const line = { excellentS: 36, passS: 60, failS: 90, isMixed: true };
    const figures = { firstMs: 47_000, meanMs: null, firstLine: line, meanLine: null };
    const present = { upTo: 2, excellentS: 18, passS: 30, failS: 60 };
    render(<ResponseFigures figures={{ ...figures, unansweredCount: 0, presentCount: 0 }} tier={present} />);
    expect(document.body.textContent).toContain('达标线 60');
    expect(screen.getByText('47').className).toBe('text-good');
    expect(screen.getByTitle(/平均 60 秒/)).toBeTruthy();
  });

  it('a button that cannot be pressed says why', () => {
    render(<Button disabledReason="核验 1 / 2，再问一项才能提交">提交</Button>);
    const button = screen.getByRole('button', { name: '提交' });
    expect(button.hasAttribute('disabled')).toBe(true);
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain('核验 1 / 2');
  });

  it('a field names its error', () => {
    render(<TextField label="手机后四位" error="要 4 位数字，还差 2 位" defaultValue="04" />);
    const field = screen.getByRole('textbox', { name: '手机后四位' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toContain('还差 2 位');
  });

  it('a mood is a word with a small line of the moods before', () => {
    render(<Mood moods={['calm', 'upset', 'angry']} />);
    expect(document.body.textContent).toBe('生气');
    expect(document.querySelector('polyline')?.getAttribute('points')).toBe('1,4.5 14,7 27,9');
  });

  it('a mood that has fallen since the last turn says so beside the same word, in colour, words and an arrow [V9]', () => {
    const { container, rerender } = render(<Mood moods={['calm']} trend="falling" />);
    expect(container.textContent).toBe('平静 比上一轮差了');
    expect(container.querySelector('path')?.getAttribute('class')).toBe('stroke-bad');
    const width = container.querySelector('svg')?.getAttribute('viewBox');
    rerender(<Mood moods={['calm']} trend="steady" />);
    expect(container.textContent).toBe('平静');
    expect(container.querySelector('path')).toBeNull();
    expect(container.querySelector('svg')?.getAttribute('viewBox')).toBe(width);
  });

  it('a skeleton waits 300 ms before it shows anything', () => {
    vi.useFakeTimers();
    render(<Skeleton>…</Skeleton>);
    expect(document.body.textContent).toBe('');
    act(() => vi.advanceTimersByTime(300));
    expect(document.body.textContent).toContain('正在加载');
    vi.useRealTimers();
  });

  it('a segmented choice always has one option chosen', () => {
    const chosen: string[] = [];
    render(
      <Segmented
        label="筛选"
        value="a"
        options={[
          { value: 'a', label: '甲' },
          { value: 'b', label: '乙' },
        ]}
        onChange={(value) => chosen.push(value)}
      />,
    );
    fireEvent.click(screen.getByRole('radio', { name: '甲' }));
    fireEvent.click(screen.getByRole('radio', { name: '乙' }));
    expect(chosen).toEqual(['b']);
  });

  it('a dialog injects no style element (the content policy would refuse it)', () => {
    const Asked = () => {
      const [open, setOpen] = useState(true);
      return (
        <Dialog open={open} onOpenChange={setOpen} title="结束演练" description="还有一位在等。">
          <p>内容</p>
        </Dialog>
      );
    };
    render(<Asked />);
    expect(screen.getByRole('dialog', { name: '结束演练' })).toBeTruthy();
    expect(document.querySelectorAll('style')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('a toast is read aloud and can be closed', () => {
    render(<Toasts />);
    act(() => showToast('已经发给客户'));
    expect(screen.getByText('已经发给客户')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByText('已经发给客户')).toBeNull();
  });

  it('a dialog gives the focus back to what opened it, also from a field of its own, unless closing gave it elsewhere', async () => {
    const Page = () => {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            打开
          </button>
          <input aria-label="回复" />
          <Dialog open={open} onOpenChange={setOpen} title="备注">
            <input aria-label="备注" autoFocus />
          </Dialog>
        </>
      );
    };
    render(<Page />);
    const opener = screen.getByRole('button', { name: '打开' });
    const openAndClose = async (onClosing: () => void = () => undefined) => {
      opener.focus();
      fireEvent.click(opener);
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '备注' })));
      fireEvent.keyDown(document.activeElement as Element, { key: 'Escape', code: 'Escape' });
      onClosing();
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
    };
    await openAndClose();
    expect(document.activeElement).toBe(opener);
    await openAndClose(() => screen.getByLabelText('回复').focus());
    expect(document.activeElement).toBe(screen.getByLabelText('回复'));
  });
});
