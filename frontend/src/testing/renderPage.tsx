// Draws parts of the page for tests, with answers in place of a server.
import type { ReactNode } from 'react';
import { render } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { cacheExchange, Client, fetchExchange, Provider } from 'urql';
import { SessionContext, type Session, type Viewer } from '@/lib/viewer';
import { NotifyProvider } from '@/ui/notify';

export const someViewer: Viewer = {
  account: { id: 'a1', loginName: 'wang' },
  person: { id: 'p1', name: '王建国', jobTitle: '局长' },
  roles: [{ role: 'PRINCIPAL_LEADER', unit: { id: 'u0', name: '省局' } }],
  actions: ['READ_ORGANISATION', 'READ_REGISTER'],
  mustChangePassword: false,
  secondFactor: { required: false, enabled: false, pending: false },
  homeUnits: [{ id: 'u0', name: '省局', kind: 'BUREAU', childCount: 3 }],
};

interface Asked {
  operationName: string;
  variables: Record<string, unknown>;
}
type Answer = object | ((asked: Asked) => object);

interface Options {
  /** By the name of the operation: `{ data }` or `{ errors }`. */
  answers?: Record<string, Answer>;
  viewer?: Viewer | null;
  session?: Partial<Session>;
  path?: string;
}

/** Draws `node` at a path of the page; gives back what it asked the server. */
export function renderPage(node: ReactNode, options: Options = {}) {
  const { answers = {}, viewer = someViewer, session, path = '/' } = options;
  const asked: Asked[] = [];
  const client = new Client({
    url: 'http://server.test/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: async (_, init) => {
      const request = JSON.parse(String(init?.body)) as Asked;
      asked.push(request);
      const answer = answers[request.operationName];
      if (!answer) throw new Error(`no answer to ${request.operationName}`);
      const body = typeof answer === 'function' ? answer(request) : answer;
      return new Response(JSON.stringify(body), {
        headers: { 'Content-Type': 'application/json' },
      });
    },
  });
  const value: Session = {
    viewer,
    refresh: () => undefined,
    signOut: async () => undefined,
    ...session,
  };
  const router = createMemoryRouter([{ path: '*', element: node }], { initialEntries: [path] });
  const view = render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <Provider value={client}>
        <NotifyProvider>
          <SessionContext value={value}>
            <RouterProvider router={router} />
          </SessionContext>
        </NotifyProvider>
      </Provider>
    </ConfigProvider>,
  );
  return { ...view, asked, router };
}
