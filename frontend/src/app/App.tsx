import { useState } from 'react';
import { App as AntApp, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { CrashBoundary } from './CrashBoundary';
import { SessionProvider } from './SessionProvider';
import { theme } from './theme';
import { cspNonce } from '@/lib/page';
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
      locale={chinese ? zh : en}
      theme={theme}
      // antd puts a space between two Chinese characters of a button; on forms that reads as an error.
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false}>
        <CrashBoundary>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </CrashBoundary>
      </AntApp>
    </ConfigProvider>
  );
}
