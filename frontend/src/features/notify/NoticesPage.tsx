import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { NoticeList } from './NoticeList';
import { MarkReadMutation, NoticesQuery, UnreadQuery, type Notice } from './query';
import './notify.css';
import { useConnection } from '@/lib/useConnection';
import { useLive } from '@/lib/useLive';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { ListFoot } from '@/ui/ListFoot';
import { PageHeader } from '@/ui/PageHeader';

const first = 30;

/** All notices of the reader. */
export function Component() {
  const { t } = useTranslation('notify');
  const client = useClient();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const [marked, mark] = useMutation(MarkReadMutation);
  const { state, more, again, restart, refresh } = useConnection<Notice>(
    String(unreadOnly),
    async (after) => {
      const { data, error } = await client
        .query(NoticesQuery, { first, after, unreadOnly }, { requestPolicy: 'network-only' })
        .toPromise();
      return { page: data?.notices, error };
    },
  );
  useLive((news) => {
    if (news.unreadNotices !== null) refresh();
  });
  const read = async (ids: string[] | null, stays = ids === null) => {
    const { error } = await mark({ input: { ids } });
    if (error) return;
    // The bell shows the same number.
    client.query(UnreadQuery, {}, { requestPolicy: 'network-only' }).subscribe(() => undefined);
    if (stays) restart();
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Button loading={marked.fetching} onClick={() => void read(null)}>
              {t('markAll')}
            </Button>
            <LinkButton to="/notices/settings">{t('settings')}</LinkButton>
          </>
        }
      />
      <section className="panel">
        <Checkbox checked={unreadOnly} onChange={(e) => setUnreadOnly(e.target.checked)}>
          {t('unreadOnly')}
        </Checkbox>
        <ErrorState error={marked.error} />
        {state.error && <ErrorState error={state.error} onRetry={again} />}
        {(state.rows.length > 0 || !(state.fetching || state.error)) && (
          <NoticeList
            notices={state.rows}
            empty={t('none')}
            onOpen={(notice) => !notice.readAt && void read([notice.id])}
            onRead={(notice) => void read([notice.id], true)}
          />
        )}
        <ListFoot list={state} onMore={more} />
      </section>
    </>
  );
}
