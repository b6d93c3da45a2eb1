import { useEffect, useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '@/lib/useDebounced';

export interface RemoteOption {
  value: string;
  label: string;
}

interface Common {
  /** Given by Form.Item. */
  id?: string;
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

/** One id, or with `multiple` a list of them. */
export type PickerProps = Common &
  (
    | { multiple?: false; value?: string | null; onChange?: (id: string | undefined) => void }
    | { multiple: true; value?: string[]; onChange?: (ids: string[]) => void }
  );

type Props = PickerProps & {
  /** Asks the server; must be the same function while what it asks is the same. */
  search: (text: string) => Promise<RemoteOption[]>;
  /** Names of the chosen ones. */
  resolve: (ids: string[]) => Promise<RemoteOption[]>;
};

/** Picks from a list that is too long to load: the server looks for what is typed. */
export function RemoteSelect(props: Props) {
  const {
    search,
    resolve,
    placeholder,
    allowClear = true,
    value,
    onChange,
    multiple,
    ...rest
  } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed.trim());
  const [found, setFound] = useState<{ text: string; options: RemoteOption[] }>();
  const [names, setNames] = useState<RemoteOption[]>([]);

  const chosen = value == null ? [] : Array.isArray(value) ? value : [value];
  const unnamed = chosen.filter((id) => !names.some((name) => name.value === id)).join(' ');

  useEffect(() => {
    if (!open) return;
    let current = true;
    search(text).then(
      (options) => current && setFound({ text, options }),
      () => current && setFound({ text, options: [] }),
    );
    return () => {
      current = false;
    };
  }, [open, text, search]);

  useEffect(() => {
    if (!unnamed) return;
    let current = true;
    resolve(unnamed.split(' ')).then(
      (more) => current && setNames((known) => [...known, ...more]),
      () => undefined, // The id is shown instead of the name.
    );
    return () => {
      current = false;
    };
  }, [unnamed, resolve]);

  const listed = found?.options ?? [];
  const kept = names.filter(
    (name) => chosen.includes(name.value) && !listed.some((o) => o.value === name.value),
  );
  return (
    <Select<string | string[] | undefined, RemoteOption>
      {...rest}
      mode={multiple ? 'multiple' : undefined}
      value={multiple ? chosen : chosen[0]}
      onChange={(next, picked) => {
        // The text that found one would stand in the way of looking for another.
        setTyped('');
        const options = picked ? [picked].flat() : [];
        setNames((known) => [...known, ...options]);
        if (multiple) onChange?.(next === undefined ? [] : [next].flat());
        else onChange?.(Array.isArray(next) ? next[0] : next);
      }}
      options={typed ? listed : [...kept, ...listed]}
      showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
      onOpenChange={setOpen}
      allowClear={allowClear}
      placeholder={placeholder}
      loading={open && found?.text !== text}
      notFoundContent={found?.text === text ? t('state.empty') : t('state.loading')}
      popupMatchSelectWidth={false}
    />
  );
}
