import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';

/** A bug in the page must not leave a white screen in the middle of a drill: the server still has everything that was said. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="grid min-h-dvh place-items-center bg-surface">
        <EmptyState
          isError
          title={i18next.t('app:crash.title')}
          text={i18next.t('app:crash.text')}
          action={<Button onClick={() => window.location.reload()}>{i18next.t('app:crash.reload')}</Button>}
        />
      </main>
    );
  }
}
