import { useEffect, useMemo, useRef } from 'react';
import { useQuery } from 'urql';
import { MapPostsQuery, type Draft } from './query';
import type { DraftEditing } from './useDraft';
import type { KnownPost } from './view';

/** Names of the posts: of the draft as it was read, and of those chosen since. */
export function usePosts(draft: Draft, ids: (string | null)[]): Map<string, KnownPost> {
  const told = useMemo(
    () =>
      new Map(
        draft.steps.flatMap(({ post }) =>
          post ? [[post.id, { name: post.name, unit: post.unit?.name ?? '' }] as const] : [],
        ),
      ),
    [draft],
  );
  const missing = [...new Set(ids)]
    .filter((id): id is string => id !== null && !told.has(id))
    .sort();
  const [{ data }] = useQuery({
    query: MapPostsQuery,
    variables: { ids: missing },
    pause: missing.length === 0,
    requestPolicy: 'cache-first',
  });
  return useMemo(() => {
    const all = new Map<string, KnownPost>(told);
    for (const node of data?.nodes ?? []) {
      if (node?.__typename === 'Post')
        all.set(node.id, { name: node.name, unit: node.unit?.name ?? '' });
    }
    return all;
  }, [told, data]);
}

/** Keys that count on the whole page, but not where somebody types. */
export function useShortcuts(act: DraftEditing['act'], onHelp: () => void) {
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, [role=dialog], [contenteditable=true]')) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
        event.preventDefault();
        act({ do: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
      } else if (event.key === '?') {
        event.preventDefault();
        help.current();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [act]);
}
