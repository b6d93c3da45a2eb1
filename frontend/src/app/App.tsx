import { useState } from 'react';
import { ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { CrashBoundary } from './CrashBoundary';
import { SessionProvider } from './SessionProvider';
import { theme } from './theme';
import { antdLocale } from '@/lib/i18n';
import { NavigationContext } from '@/lib/navigation';
import { cspNonce } from '@/lib/page';
import { NotifyProvider } from '@/ui/notify';
import { navigation } from '@/routes/features';
import { createRouter } from '@/routes/router';

export function App() {
  const { i18n } = useTranslation();
  const [router] = useState(createRouter);
  const chinese = i18n.language !== 'en';
  // The date pickers take the names of months from here.
  dayjs.locale(chinese ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      csp={{ nonce: cspNonce }}
      locale={antdLocale()}
      theme={theme}
      // antd puts a space between two Chinese characters of a button; on forms that reads as an error.
      button={{ autoInsertSpace: false }}
    >
      <NotifyProvider>
        <CrashBoundary>
          <SessionProvider>
            <NavigationContext value={navigation}>
              <RouterProvider router={router} />
            </NavigationContext>
          </SessionProvider>
        </CrashBoundary>
      </NotifyProvider>
    </ConfigProvider>
  );
}
