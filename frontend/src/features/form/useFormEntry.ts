import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, useQuery, type CombinedError } from 'urql';
import {
  FormEntryQuery,
  FormLayoutsQuery,
  type Content,
  type FormHead,
  type Layout,
} from './query';

export interface Entry {
  form: FormHead;
  content: Content;
  layout: Layout;
}

interface Loaded {
  id: string;
  form: (FormHead & { content: Content }) | null;
}

/**
 * A form with what it holds and how it is laid out. It is read once and when asked to: a query
 * that is watched would be read again with every save of what is typed.
 */
export function useFormEntry(id: string) {
  const client = useClient();
  const [layouts, againLayouts] = useQuery({
    query: FormLayoutsQuery,
    requestPolicy: 'cache-first',
  });
  const [loaded, setLoaded] = useState<Loaded>();
  const [failed, setFailed] = useState<CombinedError>();
  const asked = useRef(0);

  const load = useCallback(() => {
    const mine = ++asked.current;
    client
      .query(FormEntryQuery, { id }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(
        ({ data, error }) => {
          if (mine !== asked.current) return;
          setFailed(error);
          if (data) setLoaded({ id, form: data.node?.__typename === 'Form' ? data.node : null });
        },
        () => undefined,
      ); // urql puts what goes wrong into the result.
  }, [client, id]);

  useEffect(load, [load]);

  const again = useCallback(() => {
    if (layouts.error) againLayouts({ requestPolicy: 'network-only' });
    load();
  }, [layouts.error, againLayouts, load]);

  const current = loaded?.id === id ? loaded : undefined;
  const form = current?.form;
  const layout = layouts.data?.formLayouts.find(({ kind }) => kind === form?.kind);
  const entry: Entry | undefined =
    form && layout ? { form, content: form.content, layout } : undefined;
  return { entry, missing: current?.form === null, error: failed ?? layouts.error, again };
}
