import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { UnreadQuery } from './query';
import { useLive } from '@/lib/useLive';
import { useSession } from '@/lib/viewer';

const NoticePanel = lazy(() => import('./NoticePanel'));

/** How often the number is asked for while the page is looked at and nothing tells of changes. */
const every = 60_000;

/** How many notices wait in the head of every page, and the newest on demand. */
export function NoticeBell() {
  const { t } = useTranslation('notify');
  const { viewer } = useSession();
  const [open, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  const [{ data }, ask] = useQuery({
    query: UnreadQuery,
    pause: !viewer,
    requestPolicy: 'cache-and-network',
  });
  // What was told counts until the next answer to a question, which is newer.
  const [told, setTold] = useState<{ after: unknown; unread: number }>();
  const stream = useLive((news) => {
    if (news.unreadNotices !== null) setTold({ after: data, unread: news.unreadNotices });
  });
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && !stream?.alive)
        ask({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ask, stream]);
  const unread = (told?.after === data ? told?.unread : undefined) ?? data?.unreadNotices ?? 0;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      // Next to the bell, so that the keyboard comes to it from there.
      getPopupContainer={(node) => node.parentElement ?? document.body}
      content={
        <Suspense fallback={null}>
          <NoticePanel
            onDone={() => setOpen(false)}
            onEscape={() => {
              setOpen(false);
              bell.current?.focus();
            }}
            onChanged={() => ask({ requestPolicy: 'network-only' })}
          />
        </Suspense>
      }
    >
      <Button
        ref={bell}
        type="text"
        aria-haspopup="dialog"
        icon={<BellOutlined aria-hidden />}
        aria-expanded={open}
        aria-label={unread > 0 ? t('bellUnread', { count: unread }) : t('bell')}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {unread > 0 && (
          <span className="tag tag-alarm" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Button>
    </Popover>
  );
}
