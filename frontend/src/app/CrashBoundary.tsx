import { Component, type ReactNode } from 'react';
import { Crash } from '@/ui/Crash';

/** The last net: an error outside of any page. */
export class CrashBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crash /> : this.props.children;
  }
}
