import { create } from 'zustand';

export type Toast = { id: number; text: string; tone: 'plain' | 'bad' };

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let last = 0;

/** For what happened elsewhere on the page. Never the only place of an error: that one stands where it arose. */
export const showToast = (text: string, tone: Toast['tone'] = 'plain'): void => {
  last += 1;
  const toast: Toast = { id: last, text, tone };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, toast] }));
};

export const dropToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
