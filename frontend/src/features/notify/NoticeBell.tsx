import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { UnreadQuery } from './query';
import { useSession } from '@/lib/viewer';

const NoticePanel = lazy(() => import('./NoticePanel'));

/** How often the number is asked for while the page is looked at. */
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
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ask]);
  const unread = data?.unreadNotices ?? 0;
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
