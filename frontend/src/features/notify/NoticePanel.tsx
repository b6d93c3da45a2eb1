import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { NoticeList } from './NoticeList';
import { MarkReadMutation, NoticesQuery } from './query';
import { ErrorState } from '@/ui/ErrorState';
import { Query } from '@/ui/Query';
import './notify.css';

interface Props {
  onDone: () => void;
  onChanged: () => void;
}

/** The newest unread notices, below the bell. */
export default function NoticePanel({ onDone, onChanged }: Props) {
  const { t } = useTranslation('notify');
  const navigate = useNavigate();
  const [result, reload] = useQuery({
    query: NoticesQuery,
    variables: { first: 8, after: null, unreadOnly: true },
    requestPolicy: 'network-only',
  });
  const [marked, mark] = useMutation(MarkReadMutation);
  const read = async (ids: string[] | null) => {
    const { error } = await mark({ input: { ids } });
    if (!error) onChanged();
    return !error;
  };
  return (
    <div className="notice-panel">
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
          />
        )}
      </Query>
      <div className="notice-foot">
        <Button
          size="small"
          loading={marked.fetching}
          onClick={() =>
            void read(null).then((done) => done && reload({ requestPolicy: 'network-only' }))
          }
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
