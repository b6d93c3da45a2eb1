import { useEffect, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { FormEntryQuery, SaveFormDraftMutation, type Content, type Layout } from '../query';
import { DraftKeeper, type Answer, type Server } from './keeper';
import { localMirror } from './remainder';
import type { CombinedError } from 'urql';
import { problemsOf } from '@/lib/errors';
import { useViewer } from '@/lib/viewer';

/** What is typed into a form, kept and saved as long as the page is open. */
export function useDraft(formId: string, layout: Layout, content: Content) {
  const client = useClient();
  const { account } = useViewer();
  const [keeper] = useState(() => {
    const answer = (content: Content | undefined, error?: CombinedError): Answer =>
      content ? { content } : { problems: problemsOf(error) };
    const server: Server = {
      save: async ({ fields, rows, forget, confirmed }, expectedVersion) => {
        const input = { formId, expectedVersion, fields, rows, forget, confirmed };
        const { data, error } = await client.mutation(SaveFormDraftMutation, { input }).toPromise();
        return answer(error ? undefined : data?.saveFormDraft.content, error);
      },
      load: async () => {
        const { data, error } = await client
          .query(FormEntryQuery, { id: formId }, { requestPolicy: 'network-only' })
          .toPromise();
        const form = data?.node?.__typename === 'Form' ? data.node : undefined;
        if (!form && !error) return { problems: [{ code: 'NOT_FOUND', message: '' }] };
        return answer(form?.content, error);
      },
    };
    return new DraftKeeper(layout, content, server, localMirror(account.id, formId));
  });

  useEffect(() => {
    keeper.open();
    const leaving = (event: BeforeUnloadEvent) => {
      keeper.keep();
      // The browser asks in its own words.
      if (keeper.dirty()) event.preventDefault();
    };
    const hidden = () => {
      keeper.keep();
      if (document.visibilityState === 'hidden') keeper.retry();
    };
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('pagehide', keeper.keep);
    window.addEventListener('online', keeper.retry);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('pagehide', keeper.keep);
      window.removeEventListener('online', keeper.retry);
      document.removeEventListener('visibilitychange', hidden);
      keeper.close();
    };
  }, [keeper]);

  return { keeper, draft: useSyncExternalStore(keeper.subscribe, keeper.read) };
}
