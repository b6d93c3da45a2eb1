import { createContext, useContext, useEffect, useRef } from 'react';
import { concerns, type LiveStream, type News } from './live';
import type { Enum } from '@/gql';

/** The stream of the page; null where there is none. */
export const LiveContext = createContext<LiveStream | null>(null);

/** Calls `on` with whatever is told, and gives the stream. */
export function useLive(on: (news: News) => void): LiveStream | null {
  const stream = useContext(LiveContext);
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(() => stream?.listen((news) => latest.current(news)), [stream]);
  return stream;
}

/** Calls `reload` whenever things of a kind, or the one with this id, have changed. */
export function useChanged(kind: Enum<'LiveKind'>, reload: () => void, id?: string) {
  useLive((news) => {
    if (concerns(news, kind, id)) reload();
  });
}
