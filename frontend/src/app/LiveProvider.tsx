import { useEffect, useState, type ReactNode } from 'react';
import { LiveStream } from '@/lib/live';
import { LiveContext } from '@/lib/useLive';
import { useSession } from '@/lib/viewer';

/** Has the pages of somebody who is signed in told of what changes. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { viewer, refresh } = useSession();
  const [stream] = useState(() => new LiveStream(refresh));
  const signedIn = viewer !== null;
  useEffect(() => {
    if (!signedIn) return;
    stream.start();
    return () => stream.stop();
  }, [stream, signedIn]);
  return <LiveContext value={stream}>{children}</LiveContext>;
}
