import { useEffect, useId, useMemo, useState } from 'react';
import { TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useDebounced } from '@/lib/useDebounced';
import {
  findUnit,
  loadChildren,
  pathAbove,
  searchUnits,
  type UnitItem,
  type UnitWithPath,
} from '@/lib/units';
import { useViewer } from '@/lib/viewer';

interface Props {
  /** Given by Form.Item. */
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** `home`: the units whose register the viewer sees; `all`: the whole tree. */
  from?: 'home' | 'all';
  allowClear?: boolean;
  disabled?: boolean;
  placeholder?: string;
  className?: string;
  'aria-label'?: string;
}

interface Option {
  id: string;
  pId: string | null;
  value: string;
  title: string;
  isLeaf: boolean;
}

type HomeUnit = Pick<UnitItem, 'id' | 'name' | 'childCount'>;

function option(unit: HomeUnit, pId: string | null): Option {
  return { id: unit.id, pId, value: unit.id, title: unit.name, isLeaf: unit.childCount === 0 };
}

/** Picks a unit from a tree that is loaded as it is opened, or by typing. */
export function UnitSelect({
  value,
  onChange,
  from = 'home',
  allowClear = true,
  placeholder,
  ...rest
}: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const { homeUnits } = useViewer();
  const ownRoots = from === 'home' && homeUnits.length > 0;
  const [options, setOptions] = useState<Option[]>(() =>
    ownRoots ? homeUnits.map((unit) => option(unit, null)) : [],
  );
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed.trim());
  const [found, setFound] = useState<{ text: string; units: UnitWithPath[] }>();
  const chosen = useChosen(value);

  useEffect(() => {
    if (ownRoots) return;
    let current = true;
    loadChildren(client, null).then(
      (units) => current && setOptions(units.map((unit) => option(unit, null))),
      () => undefined, // The list stays empty; typing tries again.
    );
    return () => {
      current = false;
    };
  }, [client, ownRoots]);

  useEffect(() => {
    if (!text) return;
    let current = true;
    searchUnits(client, text).then(
      (units) => current && setFound({ text, units }),
      () => current && setFound({ text, units: [] }),
    );
    return () => {
      current = false;
    };
  }, [client, text]);

  const shown = useMemo(() => {
    if (typed.trim()) {
      return (found?.units ?? []).map((unit) => {
        const above = pathAbove(unit);
        return {
          ...option(unit, null),
          isLeaf: true,
          title: above ? `${unit.name}（${above}）` : unit.name,
        };
      });
    }
    // The chosen one may lie in a branch that nobody has opened yet.
    if (!chosen || options.some((o) => o.value === chosen.id)) return options;
    return [...options, { ...option(chosen, null), isLeaf: true }];
  }, [typed, found, options, chosen]);

  const ownId = useId();
  const id = rest.id ?? ownId;

  return (
    <TreeSelect<string | undefined, Option>
      {...rest}
      id={id}
      value={value}
      onChange={(next) => {
        setTyped('');
        onChange?.(next ?? undefined);
      }}
      treeData={shown}
      treeDataSimpleMode
      treeNodeLabelProp="title"
      loadData={async (node) => {
        const parent = String(node.value);
        const children = await loadChildren(client, parent);
        setOptions((known) => [
          ...known.filter((o) => o.pId !== parent && !children.some((c) => c.id === o.id)),
          ...children.map((unit) => option(unit, parent)),
        ]);
      }}
      showSearch={{ searchValue: typed, onSearch: setTyped, filterTreeNode: false }}
      // The input says that it controls this id, but antd gives it to no element.
      popupRender={(menu) => <div id={`${id}_list`}>{menu}</div>}
      allowClear={allowClear}
      placeholder={placeholder ?? t('picker.unit')}
      notFoundContent={
        typed && found?.text !== typed.trim() ? t('state.loading') : t('state.empty')
      }
      popupMatchSelectWidth={false}
      styles={{ popup: { root: { minWidth: 320 } } }}
    />
  );
}

/** The chosen unit, for its name. */
function useChosen(id: string | undefined): UnitWithPath | undefined {
  const client = useClient();
  const [unit, setUnit] = useState<UnitWithPath>();
  useEffect(() => {
    if (!id) return;
    let current = true;
    findUnit(client, id).then(
      (found) => current && setUnit(found ?? undefined),
      () => undefined, // Its id is shown instead of its name.
    );
    return () => {
      current = false;
    };
  }, [client, id]);
  return unit?.id === id ? unit : undefined;
}
