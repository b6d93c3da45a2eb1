import { useEffect, useRef, useState } from 'react';
import { Button, Input, Tree, type TreeProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useUnitTree } from './useUnitTree';
import { useDebounced } from '@/lib/useDebounced';
import { pathAbove, searchUnits, type UnitWithPath } from '@/lib/units';
import { useRestHeight } from '@/lib/useRestHeight';
import { Empty } from '@/ui/Empty';
import { Loading } from '@/ui/Loading';

interface Props {
  selected: string | undefined;
  onSelect: (id: string) => void;
  /** Grows when units were created, moved or closed. */
  generation: number;
}

/** The whole tree, loaded as it is opened, with a search beside it. */
export function UnitTree({ selected, onSelect, generation }: Props) {
  const { t } = useTranslation(['organisation', 'common']);
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed.trim());
  const box = useRef<HTMLDivElement>(null);
  const height = useRestHeight(box, 40);
  return (
    <div>
      <Input
        type="search"
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t('organisation:search')}
        placeholder={t('common:picker.unitSearch')}
      />
      <div ref={box} className="unit-tree">
        {text ? (
          <Found text={text} height={height} selected={selected} onSelect={onSelect} />
        ) : (
          <Whole height={height} selected={selected} onSelect={onSelect} generation={generation} />
        )}
      </div>
    </div>
  );
}

function Whole({ selected, onSelect, generation, height }: Props & { height: number }) {
  const { t } = useTranslation(['organisation', 'common']);
  const { nodes, state, expanded, setExpanded, load, retry } = useUnitTree(selected, generation);
  if (state === 'loading') return <Loading />;
  if (state === 'failed') {
    return (
      <Empty text={t('common:error.network')}>
        <Button onClick={retry}>{t('common:action.retry')}</Button>
      </Empty>
    );
  }
  const props: TreeProps = {
    treeData: nodes,
    height,
    expandedKeys: expanded,
    onExpand: (keys) => setExpanded(keys.map(String)),
    loadData: (node) => load(String(node.key)),
    selectedKeys: selected ? [selected] : [],
    onSelect: (_, { node }) => onSelect(String(node.key)),
  };
  return <Tree {...props} blockNode aria-label={t('organisation:tree')} />;
}

interface FoundProps {
  text: string;
  height: number;
  selected: string | undefined;
  onSelect: (id: string) => void;
}

function Found({ text, height, selected, onSelect }: FoundProps) {
  const { t } = useTranslation(['organisation', 'common']);
  const client = useClient();
  const [found, setFound] = useState<{ text: string; units: UnitWithPath[] }>();
  useEffect(() => {
    let current = true;
    searchUnits(client, text).then(
      (units) => current && setFound({ text, units }),
      () => current && setFound({ text, units: [] }),
    );
    return () => {
      current = false;
    };
  }, [client, text]);

  if (found?.text !== text) return <Loading rows={3} />;
  const count = found.units.length;
  if (count === 0) return <Empty text={t('common:state.emptyFiltered')} />;
  return (
    <>
      <p role="status" className="hint">
        {count < 50 ? t('organisation:found', { count }) : t('organisation:foundMany', { count })}
      </p>
      <ul className="unit-found" style={{ maxHeight: height - 30 }}>
        {found.units.map((unit) => (
          <li key={unit.id}>
            <button
              type="button"
              aria-current={unit.id === selected ? 'true' : undefined}
              onClick={() => onSelect(unit.id)}
            >
              {unit.name}
              <small>{[unit.code, pathAbove(unit)].filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
