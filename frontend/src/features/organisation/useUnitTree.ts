import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { treeData, type KnownTree } from './treeData';
import { findUnit, loadChildren } from '@/lib/units';
import { useViewer } from '@/lib/viewer';

/**
 * The tree as far as it was opened. The way to the selected unit is opened, also
 * when the page is entered there. `generation` grows when the tree was changed.
 */
export function useUnitTree(selected: string | undefined, generation: number) {
  const client = useClient();
  const { homeUnits } = useViewer();
  const [known, setKnown] = useState<KnownTree>({ roots: [], children: new Map() });
  const [expanded, setExpanded] = useState<string[]>([]);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    loadChildren(client, null).then(
      (top) => {
        if (!current) return;
        // Who sees a part of the tree alone sees no top unit; their own units are theirs.
        const roots = top.length > 0 ? top : homeUnits;
        setKnown({ roots, children: new Map() });
        setExpanded(roots.length === 1 && roots[0] ? [roots[0].id] : []);
        setState('ready');
      },
      () => current && setState('failed'),
    );
    return () => {
      current = false;
    };
  }, [client, homeUnits, attempt, generation]);

  const load = useCallback(
    async (id: string) => {
      const below = await loadChildren(client, id);
      setKnown((tree) => ({ ...tree, children: new Map(tree.children).set(id, below) }));
    },
    [client],
  );

  useEffect(() => {
    if (!selected || state !== 'ready') return;
    let current = true;
    void (async () => {
      const unit = await findUnit(client, selected).catch(() => null);
      const above = (unit?.path ?? []).map((step) => step.id).filter((id) => id !== selected);
      for (const id of above) {
        await load(id).catch(() => undefined);
        if (!current) return;
      }
      setExpanded((keys) => [...new Set([...keys, ...above])]);
    })();
    return () => {
      current = false;
    };
  }, [client, selected, state, load, generation]);

  const nodes = useMemo(() => treeData(known), [known]);
  return {
    nodes,
    state,
    expanded,
    setExpanded,
    load,
    retry: () => {
      setState('loading');
      setAttempt((n) => n + 1);
    },
  };
}
