import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Notice } from './query';
import { formatTime } from '@/lib/format';
import { Empty } from '@/ui/Empty';

interface Props {
  notices: Notice[];
  empty: string;
  onOpen: (notice: Notice) => void;
  /** Marks a notice that leads nowhere. */
  onRead: (notice: Notice) => void;
}

/** Notices, each with a link as long as the reader may see what it is about. */
export function NoticeList({ notices, empty, onOpen, onRead }: Props) {
  const { t } = useTranslation('notify');
  if (notices.length === 0) return <Empty text={empty} />;
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <li key={notice.id} className={notice.readAt ? 'notice notice-read' : 'notice'}>
          <div className="notice-head">
            <strong>{notice.title}</strong>
            {!notice.readAt && <span className="tag tag-wait">{t('unread')}</span>}
            <time dateTime={notice.at}>{formatTime(notice.at)}</time>
          </div>
          {notice.path ? (
            <Link to={notice.path} onClick={() => onOpen(notice)}>
              {notice.text}
            </Link>
          ) : (
            <span>
              {notice.text}{' '}
              {!notice.readAt && (
                <Button
                  size="small"
                  type="link"
                  aria-label={`${t('markOne')}: ${notice.text}`}
                  onClick={() => onRead(notice)}
                >
                  {t('markOne')}
                </Button>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
