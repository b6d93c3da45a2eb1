import { useEffect, useRef } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { NoticeList } from './NoticeList';
import { MarkReadMutation, NoticesQuery } from './query';
import { useLive } from '@/lib/useLive';
import { ErrorState } from '@/ui/ErrorState';
import { Query } from '@/ui/Query';
import './notify.css';

interface Props {
  onDone: () => void;
  /** It is closed by the keyboard, which goes on where it was. */
  onEscape: () => void;
  onChanged: () => void;
}

/** The newest unread notices, below the bell. */
export default function NoticePanel({ onDone, onEscape, onChanged }: Props) {
  const { t } = useTranslation('notify');
  const navigate = useNavigate();
  const [result, reload] = useQuery({
    query: NoticesQuery,
    variables: { first: 8, after: null, unreadOnly: true },
    requestPolicy: 'network-only',
  });
  useLive((news) => {
    if (news.unreadNotices !== null) reload({ requestPolicy: 'network-only' });
  });
  const [marked, mark] = useMutation(MarkReadMutation);
  const read = async (ids: string[] | null) => {
    const { error } = await mark({ input: { ids } });
    if (!error) onChanged();
    return !error;
  };
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const fresh = () => reload({ requestPolicy: 'network-only' });
  return (
    <div
      className="notice-panel"
      ref={panel}
      role="dialog"
      aria-label={t('title')}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onEscape()}
    >
      <ErrorState error={marked.error} />
      <Query result={result} onRetry={() => reload()} rows={3}>
        {({ notices }) => (
          <NoticeList
            notices={notices.nodes}
            empty={t('noneUnread')}
            onOpen={(notice) => {
              void read([notice.id]);
              onDone();
            }}
            onRead={(notice) => void read([notice.id]).then((done) => done && fresh())}
          />
        )}
      </Query>
      <div className="notice-foot">
        <Button
          size="small"
          loading={marked.fetching}
          onClick={() => void read(null).then((done) => done && fresh())}
        >
          {t('markAll')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            onDone();
            navigate('/notices');
          }}
        >
          {t('all')}
        </Button>
      </div>
    </div>
  );
}
