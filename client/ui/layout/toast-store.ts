import { create } from 'zustand';

/** Takes back what the toast tells of. */
type ToastAction = { label: string; run: () => void };
export type Toast = { id: number; text: string; tone: 'plain' | 'bad'; action?: ToastAction | undefined };

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let last = 0;

/** For what happened elsewhere on the page. Never the only place of an error: that one stands where it arose. */
export const showToast = (text: string, tone: Toast['tone'] = 'plain', action?: ToastAction): void => {
  last += 1;
  const toast: Toast = { id: last, text, tone, action };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, toast] }));
};

export const dropToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
