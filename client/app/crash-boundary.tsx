import { Component, type ReactNode } from 'react';
import { say } from '#client/lib/messages.ts';
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
          title={say('app:crash.title')}
          text={say('app:crash.text')}
          action={<Button onClick={() => window.location.reload()}>{say('app:crash.reload')}</Button>}
        />
      </main>
    );
  }
}
